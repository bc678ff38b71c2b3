import { planEnv, SIGNAL_VARIABLES } from '../init/env.js';
import { readEnvFiles } from '../project/env-files.js';
import type { Inspection } from './inspect.js';
import type { Plan } from './plan.js';

export interface EnvironmentOptions {
  /** The public variables come from `withSignalConfig` instead. */
  readonly withConfig: boolean;
  /** Create env files in a project that has none. */
  readonly createEnv: boolean;
}

export interface EnvironmentPlan extends Plan {
  /** What the person should know beside the diff. */
  readonly notes: readonly string[];
  /** Variables that have no value yet and that only the person knows, and the file they belong in. */
  readonly toFillIn: { readonly file: string; readonly keys: readonly string[] } | undefined;
}

const FROM_CONFIG = ['NEXT_PUBLIC_SIGNAL_ENDPOINT', 'NEXT_PUBLIC_SIGNAL_PROJECT_ID'];

/** Adds the variables that the code reads, `planned` code included, and no others. */
export function planEnvironment(
  inspection: Inspection,
  planned: Plan,
  { withConfig, createEnv }: EnvironmentOptions,
): EnvironmentPlan {
  const env = readEnvFiles(inspection.project);
  const created = planned.changes.flatMap((change) => (change.kind === 'create' ? [change.text] : []));
  const texts = [...created, ...inspection.paths.map((path) => inspection.host.text(path) ?? '')];
  const wanted = SIGNAL_VARIABLES.filter(
    ({ key }) =>
      !(withConfig && FROM_CONFIG.includes(key)) &&
      texts.some((text) => new RegExp(`\\b${key}\\b`).test(text)),
  );
  const { changes, notes } = planEnv({ files: env.files, wanted, createMissing: createEnv });
  const refusals = env.unreadable.map(({ path, message, next }) => ({
    path,
    why: `It ${message}.`,
    instead: next,
  }));
  const all = [...notes];
  if (changes.some(({ path }) => path === '.env.local') && env.ignored('.env.local') === false)
    all.push('.env.local is not ignored by git. Add it to .gitignore before it holds a key.');
  const unset = wanted.filter(
    ({ key }) =>
      env.winnerOf(key, 'development') === undefined && env.winnerOf(key, 'production') === undefined,
  );
  if (unset.length > 0 && env.files.length === 0 && !createEnv) {
    all.push(
      `There is no env file. Set ${unset.map(({ key }) => key).join(', ')} where your app gets its variables, or let init create .env.local with --yes.`,
    );
  }
  const empty = unset.filter(({ value }) => value === '').map(({ key }) => key);
  const file = changes.find(({ path }) => path === '.env.local')?.path;
  return {
    changes,
    refusals,
    notes: all,
    toFillIn: file !== undefined && empty.length > 0 ? { file, keys: empty } : undefined,
  };
}

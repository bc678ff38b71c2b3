import { resolve } from 'node:path';
import { parseNamedClient } from '../analysis/client/named-client.js';
import { hunksOf, leaveOut } from '../inspect/hunks.js';
import type { StagedPlan } from '../inspect/staged-plan.js';
import { differences, isApplied, type StaleHunk, staleHunks } from '../plan-file/compare.js';
import type { PlanFile, PlannedOptions, PlannedProject } from '../plan-file/model.js';
import { isPlanText, readPlan } from '../plan-file/read.js';
import { plannedProject, planText } from '../plan-file/render.js';
import { readSourceText } from '../project/read-source.js';
import { UsageError } from '../runner/errors.js';
import { writeReportFile } from '../runner/report-file.js';
import type { ReadyFile } from '../runner/stage.js';
import { hashOf } from '../source/hash.js';
import { counted } from '../source/sentence.js';
import type { Console } from './console.js';
import type { MigrateOptions } from './migrate.js';
import type { Selection } from './selection.js';
import { placeOf, type TargetApp } from './target-apps.js';

/**
 * Reads the plan that `--apply` names.
 * @throws UsageError when it is none, or another version made it.
 */
export function loadPlan({ cwd = '.', apply = '' }: MigrateOptions): PlanFile {
  const source = readSourceText(resolve(cwd), apply);
  if (source.kind !== 'text') throw new UsageError(`${apply} ${source.message}. ${source.next}`);
  return readPlan(source.text, apply);
}

/**
 * The options with which a plan was made in the place of those of the command line.
 * @throws UsageError when the command line gives others.
 */
export function withPlanned(options: MigrateOptions, { options: planned }: PlanFile): MigrateOptions {
  const given = [...options.only, ...options.exclude, ...options.include, ...(options.client ?? [])];
  const isOther = options.distinctId !== 'header-first' && options.distinctId !== planned.distinctId;
  if (given.length > 0 || isOther || options.sdk !== undefined) {
    throw new UsageError(
      '--apply takes --only, --exclude, --include, --distinct-id, --client and --sdk from the plan. Leave them out, or make a plan with them.',
    );
  }
  const { clients, sdk, typecheck, ...rest } = planned;
  const client = clients.flatMap((text) => parseNamedClient(text) ?? []);
  return {
    ...options,
    ...rest,
    client,
    sdk: sdk ?? undefined,
    typecheck: options.typecheck ?? typecheck ?? undefined,
  };
}

/** Makes what the plan says and nothing else; refuses what is stale, or leaves it out (`partial`). */
export function selectByPlan(plan: PlanFile, options: MigrateOptions, console: Console): Selection {
  const stale = new Map<TargetApp, readonly StaleHunk[]>();
  const name = options.apply ?? 'the plan';
  return {
    leaveOut: async (app, { inspection, plan: whole, run }) => {
      const project = projectFor(app, plan, name);
      const hunks = hunksOf(inspection, whole, run);
      const now = (path: string): string | undefined => hashAt(app, path);
      const isDone = isApplied(project, now);
      const found = isDone
        ? project.hunks.map((hunk) => ({ hunk, why: 'it has been applied already' }))
        : staleHunks(project, now, new Set(hunks.map(({ id }) => id)));
      if (isDone) console.say(`note: ${name} has been applied${inDirectory(app)} already.`);
      else sayStale(app, found, project, options, console);
      stale.set(app, found);
      const left = new Set(found.map(({ hunk }) => hunk.id));
      const wanted = new Set(project.hunks.map(({ id }) => id).filter((id) => !left.has(id)));
      return leaveOut(hunks.filter(({ id }) => !wanted.has(id)));
    },
    verify: (app, staged, files) => {
      const project = projectFor(app, plan, name);
      const other = differences(project, plannedIn(app, staged, files), stale.get(app) ?? []);
      if (other.length === 0) return;
      const list = other.map((one) => `  ${placeOf(app, one)}`).join('\n');
      throw new UsageError(
        `${name} is not what signal-next would do here, so it was changed by hand or made for other files:\n${list}\nNothing was written. Make the plan again.`,
      );
    },
  };
}

/** @throws UsageError unless what is stale may be left out. */
function sayStale(
  app: TargetApp,
  stale: readonly StaleHunk[],
  { hunks }: PlannedProject,
  { apply, partial }: MigrateOptions,
  console: Console,
): void {
  if (stale.length === 0) return;
  const list = stale.map(({ hunk, why }) => `  ${placeOf(app, hunk.id)}: ${why}`).join('\n');
  if (!partial) {
    throw new UsageError(
      `${counted(stale.length, 'change')} of ${apply} ${stale.length === 1 ? 'is' : 'are'} stale:\n${list}\nNothing was written. Make the plan again, or apply the rest with --partial.`,
    );
  }
  if (stale.length === hunks.length)
    throw new UsageError(`All of ${apply} is stale:\n${list}\nNothing was written. Make the plan again.`);
  console.say(`left out, because the plan is stale there:\n${list}`);
}

/** What is to be done in one app. */
export interface ChosenRun {
  readonly app: TargetApp;
  readonly staged: StagedPlan;
  readonly files: readonly ReadyFile[];
}

/**
 * Writes what would be done to the file that `--plan` names, and nothing else.
 * @throws UsageError when the file cannot be written, or holds something that is no plan.
 */
export function savePlan(options: MigrateOptions, apps: readonly ChosenRun[], console: Console): void {
  const { cwd = '.', plan = '' } = options;
  const projects = apps.map(({ app, staged, files }) => plannedIn(app, staged, files));
  const there = readSourceText(resolve(cwd), plan);
  const isOther = there.kind === 'text' ? !isPlanText(there.text) : there.reason !== 'missing';
  if (isOther)
    throw new UsageError(`${plan} exists and is no plan, so it was not written over. Name another file.`);
  const problem = writeReportFile(resolve(cwd, plan), planText(plannedOptions(options), projects));
  if (problem !== undefined)
    throw new UsageError(`The plan could not be written: ${plan} ${problem}. Name another file.`);
  const files = projects.flatMap((project) => project.files).length;
  const hunks = projects.flatMap((project) => project.hunks).length;
  console.say(
    `${plan} plans ${counted(hunks, 'change')} in ${counted(files, 'file')}. Nothing else was written. Next: npx signal-next migrate --apply ${plan}`,
  );
}

function plannedIn(
  { directory, project: { name } }: TargetApp,
  staged: StagedPlan,
  files: readonly ReadyFile[],
): PlannedProject {
  return plannedProject({ directory, name }, staged, files);
}

function plannedOptions(options: MigrateOptions): PlannedOptions {
  const { distinctId, include, only, exclude, sdk = null, typecheck = null, client = [] } = options;
  const clients = client.map(({ module, exportName }) => `${module}#${exportName}`);
  return { distinctId, include, only, exclude, sdk, typecheck, clients };
}

/** @throws UsageError when the plan is for other apps. */
function projectFor(
  { directory, project: { name } }: TargetApp,
  { projects }: PlanFile,
  plan: string,
): PlannedProject {
  const namesakes = projects.filter((one) => one.name === name);
  const found = namesakes.find((one) => one.directory === directory) ?? namesakes[0];
  if (found && (namesakes.length === 1 || found.directory === directory)) return found;
  const known = projects.map((one) => `${one.name} (${one.directory})`).join(', ') || 'no app';
  throw new UsageError(
    `${plan} is a plan for ${known}, and this is ${name} (${directory}). Choose the app with --app <dir>, or make a plan for this one.`,
  );
}

function hashAt({ project: { root } }: TargetApp, path: string): string | undefined {
  const source = readSourceText(root, path);
  if (source.kind === 'text') return hashOf(source.text);
  return source.reason === 'missing' ? undefined : source.reason;
}

function inDirectory({ directory }: TargetApp): string {
  return directory === '.' ? '' : ` in ${directory}`;
}

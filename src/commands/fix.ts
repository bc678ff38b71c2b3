import type { Inclusion } from '../analysis/inclusion.js';
import type { Spared } from '../inspect/inspect.js';
import { planStaged } from '../inspect/staged-plan.js';
import type { Console } from './console.js';
import { sayLeftAlone } from './say.js';
import type { TargetApp } from './target-apps.js';
import { defectsIn, readyFiles, writeAll } from './write-plan.js';

export interface FixOptions {
  readonly only: readonly string[];
  readonly exclude: readonly string[];
  readonly include: readonly Inclusion[];
  readonly cache?: boolean | undefined;
}

/** What a fix came to. */
export interface Fixed {
  /** The files that were written. */
  readonly written: readonly string[];
  /** How many could not be. */
  readonly defects: number;
}

/**
 * Writes what `migrate --yes` would write for the findings that are shown, and nothing for those in `spared`. Files
 * with uncommitted changes are written too, as linters do: `undo` takes the run back.
 */
export function fixFindings(app: TargetApp, spared: Spared, options: FixOptions, console: Console): Fixed {
  const inspect = { ...options, distinctId: 'header-first' } as const;
  const { inspection, plan, run } = planStaged(app.project, inspect, { spared, provider: true });
  const files = readyFiles(run, inspection.signalModule.path, console);
  sayLeftAlone(plan.refusals, app, console);
  writeAll([{ app, files }], console);
  return { written: files.map(({ path }) => path), defects: defectsIn(run) };
}

import { type LeftOut, NOTHING_LEFT_OUT } from '../inspect/hunks.js';
import type { StagedPlan } from '../inspect/staged-plan.js';
import { UsageError } from '../runner/errors.js';
import type { ReadyFile } from '../runner/stage.js';
import type { Console } from './console.js';
import type { MigrateOptions } from './migrate.js';
import { loadPlan, selectByPlan, withPlanned } from './plan-files.js';
import { selectByAsking } from './select-by-asking.js';
import type { TargetApp } from './target-apps.js';

/** Which of the changes that can be made in an app are made. */
export interface Selection {
  /** What is left out; `whole` is the run with nothing left out. */
  leaveOut(app: TargetApp, whole: StagedPlan): Promise<LeftOut>;
  /**
   * A last look at what would be written.
   * @throws UsageError when that is not what was chosen.
   */
  verify(app: TargetApp, staged: StagedPlan, files: readonly ReadyFile[]): void;
}

/** Every change that can be made. */
export const EVERYTHING: Selection = {
  leaveOut: async () => NOTHING_LEFT_OUT,
  verify: () => {},
};

/** @throws UsageError where one option takes back what another asks for. */
export function refuseContradictions({
  plan,
  apply,
  partial,
  interactive,
  yes,
  dryRun,
}: MigrateOptions): void {
  const contradictions: readonly (readonly [boolean, string])[] = [
    [plan !== undefined && apply !== undefined, '--plan and --apply exclude each other.'],
    [plan !== undefined && dryRun, '--plan and --dry-run exclude each other: both write nothing else.'],
    [
      apply !== undefined && interactive === true,
      '--apply and --interactive exclude each other. Choose when the plan is made.',
    ],
    [yes && interactive === true, '--yes and --interactive exclude each other.'],
    [partial === true && apply === undefined, '--partial belongs to --apply, and does nothing without it.'],
  ];
  const found = contradictions.find(([isGiven]) => isGiven);
  if (found) throw new UsageError(found[1]);
}

/** How the changes are chosen; with `--apply` the plan has the other options too. */
export async function selectionFor(
  options: MigrateOptions,
  console: Console,
): Promise<{ options: MigrateOptions; selection: Selection }> {
  if (options.apply !== undefined) {
    const plan = loadPlan(options);
    return { options: withPlanned(options, plan), selection: selectByPlan(plan, options, console) };
  }
  if (!options.interactive) return { options, selection: EVERYTHING };
  return { options, selection: selectByAsking(console) };
}

import { type LeftOut, NOTHING_LEFT_OUT } from '../inspect/hunks.js';
import type { StagedPlan } from '../inspect/plan-chosen.js';
import type { ReadyFile } from '../runner/stage.js';
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

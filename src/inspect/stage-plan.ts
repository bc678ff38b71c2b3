import type { Project } from '../project/model.js';
import { type StagedRun, stageChanges } from '../runner/stage.js';
import { validateOutput } from '../runner/validate.js';
import type { Inspection, InspectOptions } from './inspect.js';
import { inspectProject } from './inspect.js';
import type { Plan } from './plan.js';
import { takenBackAfter } from './taken-back.js';

/**
 * Makes the outputs of a plan in memory and validates them. The plan is made once more on top of them: a file in
 * which it would still change something is not written.
 */
export function stagePlan(
  project: Project,
  plan: Plan,
  options: InspectOptions,
  planAgain: (inspection: Inspection) => Plan,
): StagedRun {
  return stageChanges(plan.changes, {
    validateOutput,
    secondPass: (staged) => {
      const takenBack = takenBackAfter(options.takenBack, plan, staged);
      const again = planAgain(inspectProject(project, { ...options, takenBack }, staged));
      return new Map(again.changes.map(({ path, summary }) => [path, summary]));
    },
  });
}

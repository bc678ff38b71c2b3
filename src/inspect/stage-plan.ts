import { type StagedRun, stageChanges } from '../runner/stage.js';
import { validateOutput } from '../runner/validate.js';
import type { Inspection, InspectOptions } from './inspect.js';
import { inspectProject } from './inspect.js';
import type { Plan } from './plan.js';

/**
 * Makes the outputs of a plan in memory and validates them. The plan is made once more on top of them: a file in
 * which it would still change something is not written.
 */
export function stagePlan(
  inspection: Inspection,
  plan: Plan,
  options: InspectOptions,
  planAgain: (inspection: Inspection) => Plan,
): StagedRun {
  return stageChanges(plan.changes, {
    validateOutput,
    secondPass: (staged) => {
      const again = planAgain(inspectProject(inspection.project, options, staged, inspection));
      return new Map(again.changes.map(({ path, summary }) => [path, summary]));
    },
  });
}

import { type StagedRun, stageChanges } from '../runner/stage.js';
import { validateOutput } from '../runner/validate.js';
import { offsetMap } from '../source/offsets.js';
import type { Inspection, InspectOptions, Spared } from './inspect.js';
import { inspectProject } from './inspect.js';
import type { Plan } from './plan.js';
import { editedTexts, takenBackAfter } from './taken-back.js';

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
      const spared = options.spared && movedBy(plan, staged, options.spared);
      const takenBack = takenBackAfter(options.takenBack, plan, staged);
      const left = { ...options, ...(spared && { spared }), takenBack };
      const again = planAgain(inspectProject(inspection.project, left, staged, inspection));
      return new Map(again.changes.map(({ path, summary }) => [path, summary]));
    },
  });
}

/** Where what is spared stands in the staged texts. */
function movedBy(plan: Plan, staged: ReadonlyMap<string, string>, spared: Spared): Spared {
  const edited = editedTexts(plan);
  return new Map(
    [...spared].map(([path, starts]) => {
      const file = staged.has(path) ? edited.get(path) : undefined;
      if (!file) return [path, starts];
      const moved = offsetMap(file.edits);
      return [path, new Set([...starts].flatMap((start) => moved(start) ?? []))];
    }),
  );
}

import type { Project } from '../project/model.js';
import { type StagedRun, stageChanges } from '../runner/stage.js';
import { validateOutput } from '../runner/validate.js';
import { offsetMap } from '../source/edit.js';
import type { Inspection, InspectOptions, Spared } from './inspect.js';
import { inspectProject } from './inspect.js';
import type { Plan } from './plan.js';

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
      const spared = options.spared && movedBy(plan, staged, options.spared);
      const again = planAgain(inspectProject(project, { ...options, ...(spared && { spared }) }, staged));
      return new Map(again.changes.map(({ path, summary }) => [path, summary]));
    },
  });
}

/** Where what is spared stands in the staged texts. */
function movedBy({ changes }: Plan, staged: ReadonlyMap<string, string>, spared: Spared): Spared {
  return new Map(
    [...spared].map(([path, starts]) => {
      const edits = changes.flatMap((change) =>
        change.kind === 'edit' && change.path === path ? change.edits : [],
      );
      if (!staged.has(path) || edits.length === 0) return [path, starts];
      const moved = offsetMap(edits);
      return [path, new Set([...starts].flatMap((start) => moved(start) ?? []))];
    }),
  );
}

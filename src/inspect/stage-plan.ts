import { type StagedRun, stageChanges } from '../runner/stage.js';
import { validateOutput } from '../runner/validate.js';
import { offsetMap } from '../source/offsets.js';
import { type ParseResult, parseSource, type SourceFile } from '../source/parse.js';
import { type Before, type Inspection, type InspectOptions, inspectProject, type Spared } from './inspect.js';
import type { Plan } from './plan.js';
import { editedTexts, takenBackAfter } from './taken-back.js';

export interface StagedOutputs extends StagedRun {
  /** For an inspection with the outputs. */
  readonly known: Before;
  /** The inspection in which nothing was left to do, if it was made of these outputs (path to text). */
  inspectionOf(outputs: ReadonlyMap<string, string>): Inspection | undefined;
}

/**
 * Makes the outputs of a plan in memory and validates them. The plan is made once more on top of them: a file in
 * which it would still change something is not written.
 */
export function stagePlan(
  inspection: Inspection,
  plan: Plan,
  options: InspectOptions,
  planAgain: (inspection: Inspection) => Plan,
): StagedOutputs {
  const outputs = new Map<string, SourceFile>();
  const parse = (path: string, text: string, isOutput: boolean): ParseResult => {
    const before = inspection.host.parsed(path);
    if (before?.text === text) return { kind: 'parsed', file: before };
    const result = parseSource(path, text, () => inspection.host.formatting(path));
    if (result.kind === 'parsed' && isOutput) outputs.set(path, result.file);
    return result;
  };
  const parsed = (path: string): SourceFile | undefined => outputs.get(path) ?? inspection.host.parsed(path);
  const known = { survey: inspection.survey, host: { parsed } };
  let last: { readonly staged: ReadonlyMap<string, string>; readonly inspection: Inspection } | undefined;
  const run = stageChanges(plan.changes, {
    validateOutput: (path, before, after, edits) =>
      validateOutput(path, before, after, edits, (at, text) => parse(at, text, text === after)),
    secondPass: (staged) => {
      const spared = options.spared && movedBy(plan, staged, options.spared);
      const takenBack = takenBackAfter(options.takenBack, plan, staged);
      const left = { ...options, ...(spared && { spared }), takenBack };
      last = { staged, inspection: inspectProject(inspection.project, left, staged, known) };
      const again = planAgain(last.inspection);
      return new Map(again.changes.map(({ path, summary }) => [path, summary]));
    },
  });
  return {
    ...run,
    known,
    inspectionOf: (texts) => (last && isSame(last.staged, texts) ? last.inspection : undefined),
  };
}

function isSame(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): boolean {
  return one.size === other.size && [...one].every(([path, text]) => other.get(path) === text);
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

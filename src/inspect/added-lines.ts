import { structuredPatch } from 'diff';
import type { AddedLine } from '../report/model.js';
import type { Finding, Span } from '../rules/finding.js';
import type { PlannedChange } from '../runner/plan.js';
import { applyEdits, type Edit, invertEdits, sortEdits } from '../source/edit.js';
import type { FilePlan } from './file-plan.js';
import type { Inspection } from './inspect.js';
import { planIn } from './inspected-file.js';
import { planMigrate, planSession } from './plan-migrate.js';

type EditedFile = Extract<PlannedChange, { kind: 'edit' }>;

/**
 * The lines that `migrate` would write for one finding alone, in the finding's own file: those in its call, those that
 * its function needs, and the imports. Made from the edits of the real plan, which is made once, when it is needed.
 */
export function addedLines(inspection: Inspection): (finding: Finding) => AddedLine[] {
  let edited: Map<string, EditedFile[]> | undefined;
  const analyses = new Map(inspection.analyses.map((analysis) => [analysis.file.path, analysis]));
  return (finding) => {
    // What is said of a whole file is too much to be shown line by line.
    if (finding.fixedBy === undefined || finding.end === 0) return [];
    edited ??= editedFiles(inspection);
    const changes = edited.get(finding.path) ?? [];
    const [first] = changes;
    if (first === undefined) return [];
    const analysis = analyses.get(finding.path);
    const isOwn = ownEdits(finding, analysis ? planIn(analysis, inspection.context) : NO_REWRITES);
    const edits = changes.flatMap((change) => change.edits).filter(isOwn);
    return linesOf(finding.path, first.before, edits);
  };
}

function editedFiles(inspection: Inspection): Map<string, EditedFile[]> {
  const edited = new Map<string, EditedFile[]>();
  // What is to be done about providers was not looked for among a few files.
  const plan = inspection.extent === 'app' ? planMigrate(inspection) : planSession(inspection);
  for (const change of plan.changes) {
    if (change.kind === 'edit') edited.set(change.path, [...(edited.get(change.path) ?? []), change]);
  }
  return edited;
}

/** Of a file that is changed for the provider or the Signal module alone. */
const NO_REWRITES: Pick<FilePlan, 'functions' | 'calls'> = { functions: [], calls: [] };

/** Edits in other functions, or in other calls of the same one, are other findings'. */
function ownEdits(
  { rule, start: at }: Finding,
  { functions, calls }: typeof NO_REWRITES,
): (edit: Edit) => boolean {
  const own = innermost(functions, at);
  const spans = calls.map(({ span }) => span);
  return ({ start, end }) => {
    const moved = calls.filter(({ moves }) => moves.some((one) => one.start === start && one.end === end));
    if (moved.length > 0) return moved.some(({ span }) => contains(span, at));
    const call = innermost(spans, start);
    if (call !== undefined) return contains(call, at);
    if (rule === 'sync-headers') return false;
    const around = innermost(functions, start);
    return around === undefined || around.start === own?.start;
  };
}

function innermost(spans: readonly Span[], offset: number): Span | undefined {
  return spans
    .filter((span) => contains(span, offset))
    .sort((a, b) => a.end - a.start - (b.end - b.start))
    .at(0);
}

function contains({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

function linesOf(path: string, before: string, edits: readonly Edit[]): AddedLine[] {
  const after = applyEdits(before, edits);
  const changes = newSpans(before, edits);
  // As the patch counts them.
  const starts = [0, ...Array.from(after.matchAll(/\n/g), ({ index }) => index + 1)];
  const { hunks } = structuredPatch(path, path, before, after, undefined, undefined, { context: 0 });
  return hunks.flatMap((hunk) => {
    let line = hunk.newStart;
    // A pair of one removed and one added line is a line that has changed.
    let removed = hunk.lines.filter((one) => one.startsWith('-')).length;
    return hunk.lines.flatMap((one): AddedLine[] => {
      if (!one.startsWith('+')) return [];
      const replaces = removed > 0;
      removed -= 1;
      const text = one.slice(1).replace(/\r$/, '');
      const changed = within(text, starts[line - 1] ?? 0, changes);
      const added = { path, line, text, replaces, changed };
      line += 1;
      return [added];
    });
  });
}

/** What edits put in, as spans of the text that they make; what an edit leaves as it was is not part of it. */
function newSpans(before: string, edits: readonly Edit[]): Span[] {
  const sorted = sortEdits(edits);
  return invertEdits(before, edits).map(({ start, end, text: was }, index) => {
    const is = sorted[index]?.text ?? '';
    const shared = Math.min(is.length, was.length);
    let first = 0;
    while (first < shared && is[first] === was[first]) first += 1;
    let last = 0;
    while (last < shared - first && is.at(-1 - last) === was.at(-1 - last)) last += 1;
    return { start: start + first, end: end - last };
  });
}

/** The parts of `spans` that are on a line, from its start. */
function within(line: string, lineStart: number, spans: readonly Span[]): Span[] {
  const lineEnd = lineStart + line.length;
  return spans
    .filter(({ start, end }) => start <= lineEnd && end >= lineStart)
    .map(({ start, end }) => ({
      start: Math.max(start, lineStart) - lineStart,
      end: Math.min(end, lineEnd) - lineStart,
    }));
}

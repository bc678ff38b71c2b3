import type { AddedLine } from '../report/model.js';
import type { FilePlace, Finding, Span } from '../rules/finding.js';
import type { PlannedChange } from '../runner/plan.js';
import type { Edit } from '../source/edit.js';
import { groupBy } from '../source/group-by.js';
import type { FilePlan } from './file-plan.js';
import type { Inspection } from './inspect.js';
import { planIn } from './inspected-file.js';
import { planMigrate, planSession } from './plan-migrate.js';
import { writtenLines } from './written-lines.js';

type EditedFile = Extract<PlannedChange, { kind: 'edit' }>;

/** What `migrate` would write for one finding alone. */
export interface AddedLines {
  readonly lines: readonly AddedLine[];
  /** Further files that it would edit for it. */
  readonly elsewhere: readonly string[];
}

const NOTHING: AddedLines = { lines: [], elsewhere: [] };

/**
 * The lines that `migrate` would write for one finding alone, in its own file and, where the session is lost on the way
 * to a Signal call, in that of the call: those in the calls, those that the functions around them need, and the imports.
 * Made from the edits of the real plan, which is made once, when it is needed.
 */
export function addedLines(inspection: Inspection): (finding: Finding) => AddedLines {
  let edited: ReadonlyMap<string, readonly EditedFile[]> | undefined;
  const analyses = new Map(inspection.analyses.map((analysis) => [analysis.file.path, analysis]));
  const rewritesIn = (path: string): Rewrites => {
    const analysis = analyses.get(path);
    return analysis ? planIn(analysis, inspection.context) : NO_REWRITES;
  };
  return (finding) => {
    // What is said of a whole file is too much to be shown line by line.
    if (finding.fixedBy === undefined || finding.end === 0) return NOTHING;
    edited ??= editedFiles(inspection);
    const shown = new Set([finding, ...finding.labels].map(({ path }) => path));
    const lines: AddedLine[] = [];
    const elsewhere = new Set<string>();
    for (const [path, places] of groupBy(placesOf(finding), (place) => place.path)) {
      const changes = edited.get(path) ?? [];
      const rewrites = rewritesIn(path);
      const edits = changes.flatMap((change) => change.edits);
      for (const context of contextsOf(rewrites, places)) elsewhere.add(context);
      // The imports of a file alone may be those of another finding.
      if (path !== finding.path && !edits.some(isAround(rewrites, places))) continue;
      const own = edits.filter((edit) =>
        places.some(({ start }) => isOwn(edit, finding.rule, start, rewrites)),
      );
      if (!shown.has(path)) elsewhere.add(path);
      else if (changes[0]) lines.push(...writtenLines(path, changes[0].before, own));
    }
    return { lines, elsewhere: [...elsewhere].filter((path) => !shown.has(path)) };
  };
}

/** Where something is to be written for a finding: at its own place first. */
function placesOf({ rule, path, start, end, labels, dependsOn = [] }: Finding): FilePlace[] {
  const own = { path, start, end };
  return rule === 'session-lost' ? [own, ...labels, ...dependsOn] : [own];
}

function editedFiles(inspection: Inspection): ReadonlyMap<string, readonly EditedFile[]> {
  // What is to be done about providers was not looked for among a few files.
  const plan = inspection.extent === 'app' ? planMigrate(inspection) : planSession(inspection);
  return groupBy(
    plan.changes.filter((change) => change.kind === 'edit'),
    ({ path }) => path,
  );
}

type Rewrites = Pick<FilePlan, 'functions' | 'calls'>;

/** Of a file that is changed for the provider or the Signal module alone. */
const NO_REWRITES: Rewrites = { functions: [], calls: [] };

function contextsOf({ functions }: Rewrites, places: readonly Span[]): string[] {
  return places.flatMap(({ start }) => innermost(functions, start)?.contexts ?? []);
}

/** Whether an edit is in a function that one of `places` is in. */
function isAround({ functions }: Rewrites, places: readonly Span[]): (edit: Edit) => boolean {
  const own = places.map(({ start }) => innermost(functions, start));
  return ({ start }) => {
    const around = innermost(functions, start);
    return around !== undefined && own.includes(around);
  };
}

/** Whether an edit is for what is at `at`: those in other functions, or in other calls of the same one, are others'. */
function isOwn(
  { start, end }: Edit,
  rule: Finding['rule'],
  at: number,
  { functions, calls }: Rewrites,
): boolean {
  const moved = calls.filter(({ moves }) => moves.some((one) => one.start === start && one.end === end));
  if (moved.length > 0) return moved.some(({ span }) => contains(span, at));
  const call = innermost(
    calls.map(({ span }) => span),
    start,
  );
  if (call !== undefined) return contains(call, at);
  if (rule === 'sync-headers') return false;
  const around = innermost(functions, start);
  return around === undefined || around === innermost(functions, at);
}

function innermost<Part extends Span>(spans: readonly Part[], offset: number): Part | undefined {
  return spans
    .filter((span) => contains(span, offset))
    .sort((a, b) => a.end - a.start - (b.end - b.start))
    .at(0);
}

function contains({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset <= end;
}

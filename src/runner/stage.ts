import { applyEdits, type Edit } from '../source/edit.js';
import type { PlannedChange } from './plan.js';

/** What one file will be, or why it will not be written. A failure is a defect of ours, never of the input. */
export type StagedFile =
  | {
      readonly kind: 'ready';
      readonly path: string;
      /** Undefined when the file is created. */
      readonly before: string | undefined;
      readonly after: string;
      readonly summary: string;
    }
  | { readonly kind: 'failed'; readonly path: string; readonly reason: string };

export type ReadyFile = Extract<StagedFile, { kind: 'ready' }>;

export interface StagedRun {
  /** One entry for each file, in the order in which the plan first names it. */
  readonly files: readonly StagedFile[];
}

export interface Validators {
  /** The problems of one output; empty when it may be written. */
  validateOutput(
    path: string,
    before: string | undefined,
    after: string,
    edits: readonly Edit[],
  ): readonly string[];
  /** Looks at all staged texts (path to text) together and names the files in which it would still change something. */
  secondPass(staged: ReadonlyMap<string, string>): ReadonlyMap<string, string>;
}

/**
 * Makes every output of a run in memory and validates it; writes nothing. Several changes of one file become one.
 * A file whose text would stay the same is left out.
 */
export function stageChanges(changes: readonly PlannedChange[], validators: Validators): StagedRun {
  const files = new Map<string, StagedFile>();
  for (const [path, group] of groupByPath(changes)) {
    const staged = stageFile(path, group, validators);
    if (staged !== undefined) files.set(path, staged);
  }
  failWhereWorkIsLeft(files, changes, validators);
  return { files: [...files.values()] };
}

function groupByPath(changes: readonly PlannedChange[]): Map<string, PlannedChange[]> {
  const groups = new Map<string, PlannedChange[]>();
  for (const change of changes) {
    const group = groups.get(change.path);
    if (group === undefined) groups.set(change.path, [change]);
    else group.push(change);
  }
  return groups;
}

function stageFile(
  path: string,
  changes: readonly PlannedChange[],
  validators: Validators,
): StagedFile | undefined {
  const merged = mergeChanges(changes);
  if (merged.kind === 'conflict') return { kind: 'failed', path, reason: merged.reason };
  const { before, edits, summary } = merged;
  let after = merged.created;
  if (before !== undefined) {
    try {
      after = applyEdits(before, edits);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      return { kind: 'failed', path, reason: `two of our edits contradict each other: ${error.message}` };
    }
  }
  if (after === before) return undefined;
  const problems = problemsOf(validators, { path, before, after, edits });
  if (problems.length > 0) return { kind: 'failed', path, reason: problems.join('; ') };
  return { kind: 'ready', path, before, after, summary };
}

/** A check that crashes says nothing good about the output either, and must not take the other files down with it. */
function problemsOf(
  validators: Validators,
  output: { path: string; before: string | undefined; after: string; edits: readonly Edit[] },
): readonly string[] {
  try {
    return validators.validateOutput(output.path, output.before, output.after, output.edits);
  } catch (error) {
    return [`the result could not be checked: ${error instanceof Error ? error.message : String(error)}`];
  }
}

type Merged =
  | {
      readonly kind: 'merged';
      readonly before: string | undefined;
      /** The whole text of a created file; empty for an edited one. */
      readonly created: string;
      readonly edits: readonly Edit[];
      readonly summary: string;
    }
  | { readonly kind: 'conflict'; readonly reason: string };

function mergeChanges(changes: readonly PlannedChange[]): Merged {
  let before: string | undefined;
  let created: string | undefined;
  const edits: Edit[] = [];
  for (const change of changes) {
    switch (change.kind) {
      case 'create':
        if (created !== undefined && created !== change.text) {
          return { kind: 'conflict', reason: 'two of our plans create it with different text' };
        }
        created = change.text;
        break;
      case 'edit':
        if (before !== undefined && before !== change.before) {
          return { kind: 'conflict', reason: 'two of our plans were made for different texts of it' };
        }
        before = change.before;
        edits.push(...change.edits);
        break;
    }
  }
  if (created !== undefined && before !== undefined) {
    return { kind: 'conflict', reason: 'one of our plans creates it and another edits it' };
  }
  const summary = [...new Set(changes.map((change) => change.summary))].join(', ');
  return { kind: 'merged', before, created: created ?? '', edits, summary };
}

/** Runs the second pass, again after each failure, because a file that is not written changes what the others see. */
function failWhereWorkIsLeft(
  files: Map<string, StagedFile>,
  changes: readonly PlannedChange[],
  validators: Validators,
): void {
  for (;;) {
    failWithWhatIsNeeded(files, changes);
    const staged = new Map<string, string>();
    for (const file of files.values()) {
      if (file.kind === 'ready') staged.set(file.path, file.after);
    }
    if (staged.size === 0) return;
    const complaints = [...validators.secondPass(staged)].filter(([path]) => staged.has(path));
    if (complaints.length === 0) return;
    for (const [path, complaint] of complaints) {
      files.set(path, { kind: 'failed', path, reason: `a second pass would change it again: ${complaint}` });
    }
  }
}

/** A file that would not be right without another one fails with it. */
function failWithWhatIsNeeded(files: Map<string, StagedFile>, changes: readonly PlannedChange[]): void {
  for (let again = true; again; ) {
    again = false;
    for (const change of changes) {
      if (change.kind === 'create' || files.get(change.path)?.kind !== 'ready') continue;
      const failed = change.needs?.find((path) => files.get(path)?.kind === 'failed');
      if (failed === undefined) continue;
      const reason = `it would go with ${failed}, which is left alone too`;
      files.set(change.path, { kind: 'failed', path: change.path, reason });
      again = true;
    }
  }
}

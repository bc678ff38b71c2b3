import {
  FileError,
  type FileProblem,
  type FileSystem,
  hashOf,
  locate,
  realFileSystem,
  reasonOf,
  removeEmptyFolders,
  replaceFile,
} from './files.js';
import {
  dropJournal,
  type Journal,
  type JournaledFile,
  journalPath,
  loadJournal,
  readBackup,
  runIds,
} from './journal.js';

export interface UndoneFile {
  readonly kind: 'restored' | 'removed';
  readonly path: string;
}

export type UndoResult =
  /** There is no journaled run, or each was taken back already. */
  | { readonly kind: 'nothing-to-undo' }
  /** Nothing was touched; every file in the way is named. */
  | { readonly kind: 'refused'; readonly problems: readonly FileProblem[] }
  /** One file could not be restored. The run stays journaled; another `undo` goes on from here. */
  | { readonly kind: 'incomplete'; readonly problem: FileProblem; readonly undone: readonly UndoneFile[] }
  | { readonly kind: 'undone'; readonly startedAt: string; readonly undone: readonly UndoneFile[] };

/** What is to be done to one file. */
type Step =
  | { readonly kind: 'restore'; readonly path: string; readonly target: string; readonly content: Uint8Array }
  | { readonly kind: 'remove'; readonly path: string; readonly target: string }
  | { readonly kind: 'skip' };

/**
 * Takes the most recent journaled run back, to the byte, without git: restores what it edited, removes what it
 * created and the folders that leaves empty. Refuses as a whole when one of its files was edited since. Called
 * again, it takes back the run before.
 */
export function undoLastRun(root: string, fs: FileSystem = realFileSystem): UndoResult {
  const id = runIds(fs, root).at(-1);
  if (id === undefined) return { kind: 'nothing-to-undo' };
  let journal: Journal;
  try {
    journal = loadJournal(fs, root, id);
  } catch (error) {
    return { kind: 'refused', problems: [{ path: journalPath(id), reason: reasonOf(error) }] };
  }

  const steps: Step[] = [];
  const problems: FileProblem[] = [];
  for (const file of journal.files) {
    try {
      steps.push(stepFor(fs, root, id, file));
    } catch (error) {
      problems.push({ path: file.path, reason: reasonOf(error) });
    }
  }
  if (problems.length > 0) return { kind: 'refused', problems };
  return takeSteps(fs, root, journal, steps);
}

function stepFor(fs: FileSystem, root: string, id: string, file: JournaledFile): Step {
  const { target, exists } = locate(fs, root, file.path);
  const now = exists && fs.statSync(target).isFile() ? hashOf(fs.readFileSync(target)) : undefined;
  switch (file.kind) {
    case 'create':
      if (!exists) return { kind: 'skip' };
      if (now !== file.afterHash) throw new FileError('was edited since; keep or delete it yourself');
      return { kind: 'remove', path: file.path, target };
    case 'edit': {
      if (!exists) throw new FileError('was deleted since');
      // A run that was killed midway leaves files it had not come to yet.
      if (now === file.beforeHash) return { kind: 'skip' };
      if (now !== file.afterHash) throw new FileError('was edited since; undo would lose that work');
      const content = readBackup(fs, root, id, file.backup);
      if (hashOf(content) !== file.beforeHash)
        throw new FileError('cannot be restored: its backup is damaged');
      return { kind: 'restore', path: file.path, target, content };
    }
  }
}

function takeSteps(fs: FileSystem, root: string, journal: Journal, steps: readonly Step[]): UndoResult {
  const undone: UndoneFile[] = [];
  for (const step of steps) {
    if (step.kind === 'skip') continue;
    try {
      if (step.kind === 'restore') replaceFile(fs, step.target, step.content);
      else fs.unlinkSync(step.target);
      undone.push({ kind: step.kind === 'restore' ? 'restored' : 'removed', path: step.path });
    } catch (error) {
      return { kind: 'incomplete', problem: { path: step.path, reason: reasonOf(error) }, undone };
    }
  }
  removeEmptyFolders(
    fs,
    journal.folders
      .map((folder) => locate(fs, root, folder))
      .flatMap(({ exists, target }) => (exists ? [target] : [])),
  );
  dropJournal(fs, root, journal.id);
  return { kind: 'undone', startedAt: journal.startedAt, undone };
}

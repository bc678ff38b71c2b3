import { attempt, type FileProblem, type FileSystem, realFileSystem, reasonOf } from './files.js';
import { isOpen, type Journal, journalPath, loadJournal, runIds, runPath, tidyRuns } from './journal.js';
import { LOCK_PATH, withLock } from './lock.js';
import { takeBack, type UndoneFile, wayBack } from './take-back.js';
import { uninterrupted } from './uninterrupted.js';

export type UndoResult =
  /** There is no journaled run, or each was taken back already. */
  | { readonly kind: 'nothing-to-undo' }
  /** Nothing was touched; every file in the way is named. `stopped`: the folder of a run that did not come to its end. */
  | {
      readonly kind: 'refused';
      readonly problems: readonly FileProblem[];
      readonly stopped: string | undefined;
    }
  /** Some files could not be restored. The run stays journaled; another `undo` goes on from here. */
  | {
      readonly kind: 'incomplete';
      readonly problems: readonly FileProblem[];
      readonly undone: readonly UndoneFile[];
    }
  | {
      readonly kind: 'undone';
      readonly startedAt: string;
      /** The run had been stopped midway. */
      readonly stopped: boolean;
      readonly undone: readonly UndoneFile[];
    };

/**
 * Takes the most recent journaled run back, to the byte and the mode, without git: restores what it edited, removes
 * what it created and the folders that leaves empty. Refuses as a whole when one of its files was edited since. Called
 * again, it takes back the run before.
 * @param reach the folders beside `root` that a run may have written.
 */
export function undoLastRun(
  root: string,
  fs: FileSystem = realFileSystem,
  reach: readonly string[] = [],
): UndoResult {
  return uninterrupted(() => {
    try {
      if (runIds(fs, root).length === 0) return { kind: 'nothing-to-undo' };
      return withLock(fs, root, new Date(), () => undoLocked(root, fs, reach));
    } catch (error) {
      return {
        kind: 'refused',
        problems: [{ path: LOCK_PATH, reason: reasonOf(error) }],
        stopped: undefined,
      };
    }
  });
}

function undoLocked(root: string, fs: FileSystem, reach: readonly string[]): UndoResult {
  const id = runIds(fs, root).at(-1);
  if (id === undefined) return { kind: 'nothing-to-undo' };
  const stopped = isOpen(fs, root, id);
  const refused = (problems: readonly FileProblem[]): UndoResult => ({
    kind: 'refused',
    problems,
    stopped: stopped ? runPath(id) : undefined,
  });
  let journal: Journal;
  try {
    journal = { ...loadJournal(fs, root, id), id };
  } catch (error) {
    return refused([{ path: journalPath(fs, root, id), reason: reasonOf(error) }]);
  }
  const way = wayBack(fs, root, journal, reach);
  if (way.problems.length > 0) return refused(way.problems);
  const result = takeBack(fs, root, journal, way, reach);
  if (result.problems.length > 0) return { kind: 'incomplete', ...result };
  attempt(() => tidyRuns(fs, root));
  return { kind: 'undone', startedAt: journal.startedAt, stopped, undone: result.undone };
}

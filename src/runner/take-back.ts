import { dirname, join, posix } from 'node:path';
import { hashOf } from '../source/hash.js';
import {
  createFile,
  FileError,
  type FileProblem,
  type FileSystem,
  isOneOf,
  isThere,
  locate,
  reasonOf,
  removeEmptyFolder,
  removeFile,
  syncFolder,
} from './files.js';
import { backupPath, dropRun, type Journal, type JournaledFile, reopenRun, runPath } from './journal.js';
import { relativeTo } from './preflight.js';

export interface UndoneFile {
  readonly kind: 'restored' | 'removed';
  readonly path: string;
}

/** What is to be done to one file so that it is again as it was before the run. */
export type Step =
  | { readonly kind: 'restored'; readonly path: string; readonly target: string; readonly backup: string }
  | { readonly kind: 'removed'; readonly path: string; readonly target: string };

/** How a run can be taken back, and what stands in the way. */
export interface WayBack {
  readonly steps: readonly Step[];
  readonly problems: readonly FileProblem[];
}

/** What takes each file of a run back; a file that holds other work by now, or whose backup is damaged, is a problem. */
export function wayBack(
  fs: FileSystem,
  root: string,
  journal: Journal,
  reach: readonly string[] = [],
): WayBack {
  const steps: Step[] = [];
  const problems: FileProblem[] = [];
  for (const file of journal.files) {
    try {
      const step = stepFor(fs, root, journal.id, file, reach);
      if (step) steps.push(step);
    } catch (error) {
      problems.push({ path: file.path, reason: reasonOf(error) });
    }
  }
  for (const path of journal.folders) {
    try {
      locate(fs, root, path, reach);
    } catch (error) {
      problems.push({ path, reason: reasonOf(error) });
    }
  }
  return { steps, problems };
}

/**
 * Takes the steps, removes what else the run left, and forgets the run. With a problem, one that was known before
 * included, it stays journaled as being under way, and can be taken back again from there. Restoring renames the
 * backup into place, so it needs no space.
 */
export function takeBack(
  fs: FileSystem,
  root: string,
  journal: Journal,
  { steps, problems: known }: WayBack,
  reach: readonly string[] = [],
): { readonly undone: readonly UndoneFile[]; readonly problems: readonly FileProblem[] } {
  const undone: UndoneFile[] = [];
  const problems = [...known];
  const attempt = (path: string, work: () => void): boolean => {
    try {
      work();
      return true;
    } catch (error) {
      problems.push({ path, reason: reasonOf(error) });
      return false;
    }
  };
  const isMarked = attempt(runPath(journal.id), () => reopenRun(fs, root, journal.id));
  if (!isMarked) return { undone, problems };

  for (const file of journal.files) attempt(file.temporary, () => removeTemporary(fs, root, file, reach));
  for (const step of [...steps].reverse()) {
    const isDone = attempt(step.path, () => takeStep(fs, root, journal, step, reach));
    if (isDone) undone.unshift({ kind: step.kind, path: step.path });
  }
  for (const folder of [...journal.folders].reverse())
    attempt(folder, () => removeFolder(fs, root, folder, reach));
  const folders = new Set(steps.map(({ target }) => dirname(target)));
  for (const folder of folders)
    if (isThere(fs, folder)) attempt(runPath(journal.id), () => syncFolder(fs, folder));
  if (problems.length === 0) attempt(runPath(journal.id), () => dropRun(fs, root, journal.id));
  return { undone, problems };
}

/** @throws FileError when the file cannot be taken back without harm to what is there now. */
function stepFor(
  fs: FileSystem,
  root: string,
  id: string,
  file: JournaledFile,
  reach: readonly string[],
): Step | undefined {
  const { path } = file;
  const { target, exists } = locate(fs, root, path, reach);
  const place = relativeTo(fs, root, target);
  // The run wrote where its temporary file is; a created file was no link.
  const isMoved =
    posix.dirname(place) !== posix.dirname(file.temporary) ||
    (file.kind === 'create' && posix.basename(place) !== posix.basename(path));
  if (isMoved)
    throw new FileError('leads somewhere else than when it was written; undo would change another file');
  const now = exists && fs.statSync(target).isFile() ? hashOf(fs.readFileSync(target)) : undefined;
  switch (file.kind) {
    case 'create':
      if (!exists) return undefined;
      if (now !== file.afterHash) throw new FileError('was edited since; keep or delete it yourself');
      return { kind: 'removed', path, target };
    case 'edit': {
      if (!exists) throw new FileError('was deleted since');
      // A run that was stopped midway leaves files it had not come to yet.
      if (now === file.beforeHash) return undefined;
      if (now !== file.afterHash) throw new FileError('was edited since; undo would lose that work');
      const backup = backupPath(fs, root, id, file.backup);
      const isWhole =
        isThere(fs, backup) &&
        fs.lstatSync(backup).isFile() &&
        hashOf(fs.readFileSync(backup)) === file.beforeHash;
      if (!isWhole) throw new FileError('cannot be restored: its backup is damaged');
      return { kind: 'restored', path, target, backup };
    }
  }
}

function takeStep(
  fs: FileSystem,
  root: string,
  journal: Journal,
  { path }: Step,
  reach: readonly string[],
): void {
  const file = journal.files.find((one) => one.path === path);
  // Looked at again, because the person may have saved the file, or swapped its folder, since.
  const step = file && stepFor(fs, root, journal.id, file, reach);
  if (!step) return;
  if (step.kind === 'removed') {
    removeFile(fs, step.target);
    return;
  }
  try {
    fs.renameSync(step.backup, step.target);
  } catch (error) {
    if (!isOneOf(error, 'EXDEV')) throw error;
    // The state folder is on another file system.
    const temporary = join(dirname(step.target), posix.basename(file.temporary));
    createFile(fs, temporary, fs.readFileSync(step.backup), fs.statSync(step.backup));
    fs.renameSync(temporary, step.target);
  }
}

/** Removes the temporary file itself, should it be a link. */
function removeTemporary(
  fs: FileSystem,
  root: string,
  { temporary }: JournaledFile,
  reach: readonly string[],
): void {
  const { target: folder, exists } = locate(fs, root, posix.dirname(temporary), reach);
  if (exists) removeFile(fs, join(folder, posix.basename(temporary)));
}

/** Removes a folder that the run created, unless it holds something or is a link by now. */
function removeFolder(fs: FileSystem, root: string, folder: string, reach: readonly string[]): void {
  const { target } = locate(fs, root, folder, reach);
  if (relativeTo(fs, root, target) === folder) removeEmptyFolder(fs, target);
}

import { dirname, join } from 'node:path';
import { hashOf } from '../source/hash.js';
import {
  attempt,
  createFile,
  createFolders,
  FileError,
  type FileProblem,
  type FileSystem,
  isThere,
  locate,
  realFileSystem,
  reasonOf,
  replaceFile,
  syncFolder,
} from './files.js';
import {
  type Backup,
  commitRun,
  type Journal,
  type JournaledFile,
  newRunId,
  openRun,
  openRunId,
  runPath,
  temporaryName,
  tidyRuns,
} from './journal.js';
import { LOCK_PATH, withLock } from './lock.js';
import { assertUnchanged, type Job, preflight, relativeTo } from './preflight.js';
import type { ReadyFile } from './stage.js';
import { STATE_FOLDER } from './state-folder.js';
import { takeBack, wayBack } from './take-back.js';
import { uninterrupted } from './uninterrupted.js';

export interface WriteOptions {
  readonly fs?: FileSystem;
  readonly now?: () => Date;
  /** Folders beside `root` that may be written too; project-relative, beginning with `../`. */
  readonly reach?: readonly string[];
}

export type WriteResult =
  /** `id` is the journal's, undefined when there was nothing to write. */
  | { readonly kind: 'written'; readonly paths: readonly string[]; readonly id: string | undefined }
  /** Nothing was written; every file in the way is named. */
  | { readonly kind: 'refused'; readonly problems: readonly FileProblem[] }
  /**
   * One write failed. The files written before it were put back, except those in `unrestored`; their run stays
   * journaled as under way, so that `undo` can try again.
   */
  | {
      readonly kind: 'rolled-back';
      readonly problem: FileProblem;
      readonly unrestored: readonly FileProblem[];
    };

interface Run {
  readonly journal: Journal;
  readonly jobs: readonly Job[];
  /** Where each job's new text waits, by the job's place. */
  readonly temporaries: readonly string[];
}

/**
 * Writes staged files below `root`, all or none: the journal first, then every text beside its target, then one rename
 * a file, each preceded by a last look at what is there, then the mark that the run is complete. Until that mark, a run
 * that is stopped anywhere can be taken back with `undo`.
 */
export function writeStaged(
  root: string,
  files: readonly ReadyFile[],
  options: WriteOptions = {},
): WriteResult {
  const fs = options.fs ?? realFileSystem;
  if (files.length === 0) return { kind: 'written', paths: [], id: undefined };
  const { reach = [] } = options;
  const { jobs, problems } = preflight(fs, root, files, reach);
  if (problems.length > 0) return { kind: 'refused', problems };
  const now = (options.now ?? (() => new Date()))();
  return uninterrupted(() => {
    try {
      return withLock(fs, root, now, () => writeLocked(fs, root, jobs, now, reach));
    } catch (error) {
      return { kind: 'refused', problems: [{ path: LOCK_PATH, reason: reasonOf(error) }] };
    }
  });
}

/**
 * Writes one file that is no part of a run, in one step and after the same look at what is there; `undo` knows nothing
 * of it. Gives what stood in the way.
 */
export function writeAlone(
  root: string,
  file: ReadyFile,
  fs: FileSystem = realFileSystem,
): FileProblem | undefined {
  const { jobs, problems } = preflight(fs, root, [file]);
  const [job] = jobs;
  if (!job) return problems[0];
  try {
    createFolders(fs, dirname(job.target));
    replaceFile(fs, job.target, file.after);
    return undefined;
  } catch (error) {
    return { path: file.path, reason: reasonOf(error) };
  }
}

function writeLocked(
  fs: FileSystem,
  root: string,
  jobs: readonly Job[],
  now: Date,
  reach: readonly string[],
): WriteResult {
  let run: Run;
  try {
    const stopped = openRunId(fs, root);
    if (stopped !== undefined) return { kind: 'refused', problems: [stoppedRun(stopped)] };
    run = openJournal(fs, root, jobs, now);
  } catch (error) {
    return { kind: 'refused', problems: [{ path: STATE_FOLDER, reason: reasonOf(error) }] };
  }
  const { journal } = run;
  const failed = writeAll(fs, root, run, reach);
  if (failed) {
    const { problems } = takeBack(fs, root, journal, wayBack(fs, root, journal, reach), reach);
    return { kind: 'rolled-back', problem: failed, unrestored: problems };
  }
  attempt(() => tidyRuns(fs, root));
  return { kind: 'written', paths: journal.files.map(({ path }) => path), id: journal.id };
}

function stoppedRun(id: string): FileProblem {
  const reason = 'belongs to a run that was stopped midway; take it back with `npx signal-next undo` first';
  return { path: runPath(id), reason };
}

function openJournal(fs: FileSystem, root: string, jobs: readonly Job[], now: Date): Run {
  const id = newRunId(fs, root, now);
  const backups: Backup[] = [];
  const temporaries = jobs.map(({ target }, index) => join(dirname(target), temporaryName(id, index)));
  const files = jobs.map(({ file, owner }, index): JournaledFile => {
    const { path, before, after } = file;
    const afterHash = hashOf(after);
    const temporary = relativeTo(fs, root, temporaries[index] ?? '');
    if (before === undefined || owner === undefined) return { kind: 'create', path, afterHash, temporary };
    const name = `${index}.before`;
    backups.push({ name, content: before, owner });
    return { kind: 'edit', path, beforeHash: hashOf(before), afterHash, backup: name, temporary };
  });
  const folders = missingFolders(fs, jobs).map((folder) => relativeTo(fs, root, folder));
  const run = { id, startedAt: now.toISOString(), files, folders };
  return { journal: openRun(fs, root, run, backups), jobs, temporaries };
}

/** The folders that the jobs need and that are not there, outermost first. */
function missingFolders(fs: FileSystem, jobs: readonly Job[]): string[] {
  const folders = new Set<string>();
  for (const { target } of jobs)
    for (let at = dirname(target); !isThere(fs, at); at = dirname(at)) folders.add(at);
  return [...folders].sort((a, b) => a.length - b.length);
}

/** What failed, and at which file; undefined when the run is complete. */
function writeAll(
  fs: FileSystem,
  root: string,
  { journal, jobs, temporaries }: Run,
  reach: readonly string[],
): FileProblem | undefined {
  let path = runPath(journal.id);
  try {
    for (const [index, { file, target, owner }] of jobs.entries()) {
      path = file.path;
      createFolders(fs, dirname(target));
      createFile(fs, temporaries[index] ?? '', file.after, owner);
    }
    for (const [index, { file, target }] of jobs.entries()) {
      path = file.path;
      // Looked at again, because the person may have saved the file, or swapped its folder, since.
      if (locate(fs, root, path, reach).target !== target)
        throw new FileError('leads somewhere else by now; run the command again');
      assertUnchanged(fs, target, file);
      fs.renameSync(temporaries[index] ?? '', target);
    }
    path = runPath(journal.id);
    for (const folder of new Set(jobs.map(({ target }) => dirname(target)))) syncFolder(fs, folder);
    commitRun(fs, root, journal.id);
    return undefined;
  } catch (error) {
    return { path, reason: reasonOf(error) };
  }
}

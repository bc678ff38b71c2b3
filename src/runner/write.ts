import { dirname, relative, sep } from 'node:path';
import {
  createFolders,
  FileError,
  type FileProblem,
  type FileSystem,
  hashOf,
  isReadOnly,
  isThere,
  locate,
  realFileSystem,
  reasonOf,
  removeEmptyFolders,
  replaceFile,
} from './files.js';
import { dropJournal, type JournaledFile, newRunId, STATE_FOLDER, saveJournal } from './journal.js';
import type { ReadyFile } from './stage.js';

export interface WriteOptions {
  /** Whether `undo` can take this run back. */
  readonly journal: boolean;
  readonly fs?: FileSystem;
  readonly now?: () => Date;
}

export type WriteResult =
  /** `id` is the journal's, undefined without one. */
  | { readonly kind: 'written'; readonly paths: readonly string[]; readonly id: string | undefined }
  /** Nothing was written; every file in the way is named. */
  | { readonly kind: 'refused'; readonly problems: readonly FileProblem[] }
  /**
   * One write failed. The files written before it were put back, except those in `unrestored`; their run stays
   * journaled, so that `undo` can try again.
   */
  | {
      readonly kind: 'rolled-back';
      readonly problem: FileProblem;
      readonly unrestored: readonly FileProblem[];
    };

interface Job {
  readonly file: ReadyFile;
  readonly target: string;
}

/**
 * Writes staged files below `root`, all or none. Before the first byte, every file is checked: it is still what was
 * staged (or still absent), it and its folder may be written, and no symbolic link leads out of `root`.
 */
export function writeStaged(root: string, files: readonly ReadyFile[], options: WriteOptions): WriteResult {
  const fs = options.fs ?? realFileSystem;
  if (files.length === 0) return { kind: 'written', paths: [], id: undefined };

  const { jobs, problems } = preflight(fs, root, files);
  if (problems.length > 0) return { kind: 'refused', problems };

  return uninterrupted(() => {
    let id: string | undefined;
    if (options.journal) {
      const now = (options.now ?? (() => new Date()))();
      try {
        id = newRunId(fs, root, now);
        journalRun(fs, root, { id, now, jobs });
      } catch (error) {
        return { kind: 'refused', problems: [{ path: STATE_FOLDER, reason: reasonOf(error) }] };
      }
    }
    return writeAll(fs, root, jobs, id);
  });
}

/** Ctrl-C between two files would leave half a run, so it waits; `work` is synchronous and short. */
function uninterrupted<Result>(work: () => Result): Result {
  const ignore = (): void => {};
  process.on('SIGINT', ignore).on('SIGTERM', ignore);
  try {
    return work();
  } finally {
    process.off('SIGINT', ignore).off('SIGTERM', ignore);
  }
}

function preflight(
  fs: FileSystem,
  root: string,
  files: readonly ReadyFile[],
): { jobs: Job[]; problems: FileProblem[] } {
  const jobs: Job[] = [];
  const problems: FileProblem[] = [];
  for (const file of files) {
    try {
      const { target, folder } = locate(fs, root, file.path);
      assertUnchanged(fs, target, file);
      if (file.before !== undefined && isReadOnly(fs, target)) {
        throw new FileError('is read-only; make it writable (chmod u+w) or exclude it');
      }
      if (isReadOnly(fs, folder)) {
        throw new FileError(
          `is in a read-only folder (${relativeTo(fs, root, folder)}); make it writable (chmod u+w)`,
        );
      }
      const twin = jobs.find((job) => job.target === target);
      if (twin !== undefined)
        throw new FileError(`is the same file as ${twin.file.path}, through a symbolic link`);
      jobs.push({ file, target });
    } catch (error) {
      problems.push({ path: file.path, reason: reasonOf(error) });
    }
  }
  return { jobs, problems };
}

function assertUnchanged(fs: FileSystem, target: string, { before }: ReadyFile): void {
  if (before === undefined) {
    if (isThere(fs, target))
      throw new FileError('has come into being since the plan was made; run the command again');
    return;
  }
  if (!isThere(fs, target)) throw new FileError('does not exist any more; run the command again');
  if (!fs.statSync(target).isFile()) throw new FileError('is not a regular file');
  if (!fs.readFileSync(target).equals(Buffer.from(before, 'utf8'))) {
    throw new FileError('has changed since it was read; run the command again');
  }
}

function journalRun(
  fs: FileSystem,
  root: string,
  run: { id: string; now: Date; jobs: readonly Job[] },
): void {
  const backups = new Map<string, string>();
  const files = run.jobs.map(({ file }, index): JournaledFile => {
    const afterHash = hashOf(file.after);
    if (file.before === undefined) return { kind: 'create', path: file.path, afterHash };
    const backup = `${index}.before`;
    backups.set(backup, file.before);
    return { kind: 'edit', path: file.path, beforeHash: hashOf(file.before), afterHash, backup };
  });
  const folders = new Set<string>();
  for (const { target } of run.jobs) {
    for (let at = dirname(target); !isThere(fs, at); at = dirname(at)) folders.add(relativeTo(fs, root, at));
  }
  const outermostFirst = [...folders].sort((a, b) => a.length - b.length);
  const startedAt = run.now.toISOString();
  saveJournal(fs, root, { id: run.id, startedAt, files, folders: outermostFirst }, backups);
}

function writeAll(fs: FileSystem, root: string, jobs: readonly Job[], id: string | undefined): WriteResult {
  const written: Job[] = [];
  const folders: string[] = [];
  for (const job of jobs) {
    try {
      // The check is repeated here because the files before this one took time to write.
      assertUnchanged(fs, job.target, job.file);
      folders.push(...createFolders(fs, dirname(job.target)));
      replaceFile(fs, job.target, job.file.after);
      written.push(job);
    } catch (error) {
      const unrestored = takeBack(fs, written, folders);
      if (id !== undefined && unrestored.length === 0) dropJournal(fs, root, id);
      return { kind: 'rolled-back', problem: { path: job.file.path, reason: reasonOf(error) }, unrestored };
    }
  }
  return { kind: 'written', paths: jobs.map(({ file }) => file.path), id };
}

function takeBack(fs: FileSystem, written: readonly Job[], folders: readonly string[]): FileProblem[] {
  const unrestored: FileProblem[] = [];
  for (const { file, target } of [...written].reverse()) {
    try {
      if (file.before === undefined) fs.unlinkSync(target);
      else replaceFile(fs, target, file.before);
    } catch (error) {
      unrestored.push({ path: file.path, reason: reasonOf(error) });
    }
  }
  removeEmptyFolders(fs, folders);
  return unrestored;
}

function relativeTo(fs: FileSystem, root: string, absolute: string): string {
  return relative(fs.realpathSync(root), absolute).split(sep).join('/') || '.';
}

import { basename, relative, sep } from 'node:path';
import {
  FileError,
  type FileProblem,
  type FileSystem,
  isReadOnly,
  isThere,
  locate,
  type Ownership,
  reasonOf,
} from './files.js';
import type { ReadyFile } from './stage.js';

/** One file to write, where it really is. */
export interface Job {
  readonly file: ReadyFile;
  /** Absolute, without symbolic links. */
  readonly target: string;
  /** Of the file that is there; undefined for one that is created. */
  readonly owner: Ownership | undefined;
}

interface Placed extends Job {
  /** What tells a file from another, whatever its names; undefined where there is none yet. */
  readonly identity: string | undefined;
}

/**
 * Looks at every file before the first byte is written: it is still what was staged (or still absent), it and its
 * folder may be written, no symbolic link leads out of `root`, and no two of them are one file, on a disk that does not
 * tell `a` from `A` either.
 */
export function preflight(
  fs: FileSystem,
  root: string,
  files: readonly ReadyFile[],
  reach: readonly string[] = [],
): { readonly jobs: readonly Job[]; readonly problems: readonly FileProblem[] } {
  const jobs: Placed[] = [];
  const problems: FileProblem[] = [];
  for (const file of files) {
    try {
      jobs.push(place(fs, root, file, jobs, reach));
    } catch (error) {
      problems.push({ path: file.path, reason: reasonOf(error) });
    }
  }
  return { jobs, problems };
}

function place(
  fs: FileSystem,
  root: string,
  file: ReadyFile,
  others: readonly Placed[],
  reach: readonly string[],
): Placed {
  const { target, folder, exists } = locate(fs, root, file.path, reach);
  assertUnchanged(fs, target, file);
  if (exists && isReadOnly(fs, target))
    throw new FileError('is read-only; make it writable (chmod u+w) or exclude it');
  if (isReadOnly(fs, folder)) {
    throw new FileError(
      `is in a read-only folder (${relativeTo(fs, root, folder)}); make it writable (chmod u+w)`,
    );
  }
  const status = exists ? fs.statSync(target) : undefined;
  // Some file systems have no inode numbers.
  const identity = status && status.ino !== 0 ? `${status.dev}:${status.ino}` : undefined;
  const twin = others.find(
    (other) => other.target === target || (identity !== undefined && other.identity === identity),
  );
  if (twin !== undefined) throw new FileError(`is the same file as ${twin.file.path}, by a link`);
  if (!exists) assertOwnName(fs, { target, folder }, others);
  return { file, target, owner: status, identity };
}

/** @throws FileError when what is on disk is not what the output was made from. */
export function assertUnchanged(fs: FileSystem, target: string, { before }: ReadyFile): void {
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

/** A name that differs from another in case only is the same name on macOS and Windows, where others check the project out. */
function assertOwnName(
  fs: FileSystem,
  { target, folder }: { readonly target: string; readonly folder: string },
  others: readonly Placed[],
): void {
  const planned = others.find((other) => sameName(other.target, target));
  if (planned) throw new FileError(`differs from ${planned.file.path} in case only; rename one of them`);
  const [first = basename(target)] = relative(folder, target).split(sep);
  const there = fs.readdirSync(folder).find((name) => name !== first && sameName(name, first));
  if (there !== undefined)
    throw new FileError(`cannot be created beside ${there}, which differs in case only; rename that`);
}

function sameName(one: string, other: string): boolean {
  return one.normalize('NFC').toLowerCase() === other.normalize('NFC').toLowerCase();
}

export function relativeTo(fs: FileSystem, root: string, absolute: string): string {
  return relative(fs.realpathSync(root), absolute).split(sep).join('/') || '.';
}

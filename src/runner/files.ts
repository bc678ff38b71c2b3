import { createHash, randomBytes } from 'node:crypto';
import * as nodeFs from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';

/** The file system calls the runner makes; tests pass one that fails where they want it to. */
export type FileSystem = Pick<
  typeof nodeFs,
  | 'accessSync'
  | 'closeSync'
  | 'fchmodSync'
  | 'fchownSync'
  | 'fsyncSync'
  | 'lstatSync'
  | 'mkdirSync'
  | 'openSync'
  | 'readdirSync'
  | 'readFileSync'
  | 'realpathSync'
  | 'renameSync'
  | 'rmdirSync'
  | 'rmSync'
  | 'statSync'
  | 'unlinkSync'
  | 'writeFileSync'
>;

export const realFileSystem: FileSystem = nodeFs;

/** Why one file could not be written or restored: a clause that can follow its path. */
export interface FileProblem {
  readonly path: string;
  readonly reason: string;
}

/** A failed file system call or a check of ours, as a clause that can follow the file's path. */
export class FileError extends Error {
  override readonly name = 'FileError';
}

export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Where a project-relative path leads once symbolic links are followed. */
export interface Located {
  /** Absolute, without symbolic links. */
  readonly target: string;
  readonly exists: boolean;
  /** The nearest folder above the target that exists. */
  readonly folder: string;
}

/**
 * Finds `path` (project-relative, `/`) in `root`.
 * @throws FileError when it leads out of `root`, or through something that is no folder.
 */
export function locate(fs: FileSystem, root: string, path: string): Located {
  const realRoot = fs.realpathSync(root);
  const segments = path.split('/');
  if (
    isAbsolute(path) ||
    path.includes('\0') ||
    segments.some((segment) => segment === '..' || segment === '')
  ) {
    throw new FileError('lies outside the project');
  }
  const wanted = join(realRoot, ...segments);
  let existing = wanted;
  while (!isThere(fs, existing)) existing = dirname(existing);
  const real = realPathOf(fs, existing);
  if (!contains(realRoot, real)) {
    throw new FileError(`is reached through a symbolic link that leads out of the project, to ${real}`);
  }
  const exists = existing === wanted;
  if (exists) return { target: real, exists, folder: dirname(real) };
  if (!fs.statSync(real).isDirectory()) {
    throw new FileError(`cannot be created: ${relative(realRoot, real)} is a file, not a folder`);
  }
  return { target: join(real, relative(existing, wanted)), exists, folder: real };
}

/** Whether something, a broken symbolic link included, has this name. */
export function isThere(fs: FileSystem, absolute: string): boolean {
  try {
    fs.lstatSync(absolute);
    return true;
  } catch (error) {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR') return false;
    throw error;
  }
}

function realPathOf(fs: FileSystem, absolute: string): string {
  try {
    return fs.realpathSync(absolute);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT' && codeOf(error) !== 'ELOOP') throw error;
    throw new FileError('is a symbolic link that leads nowhere');
  }
}

function contains(root: string, absolute: string): boolean {
  const inside = relative(root, absolute);
  return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}

/**
 * Puts `content` in place of `target` in one step: temporary file in the same folder, flushed to disk, renamed.
 * Keeps the mode and, where the system allows it, the owner of the file it replaces.
 */
export function replaceFile(fs: FileSystem, target: string, content: string | Uint8Array): void {
  const replaced = isThere(fs, target) ? fs.statSync(target) : undefined;
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    const file = fs.openSync(temporary, 'wx');
    try {
      fs.writeFileSync(file, content);
      if (replaced !== undefined) {
        keepOwner(fs, file, replaced);
        fs.fchmodSync(file, replaced.mode & 0o7777);
      }
      fs.fsyncSync(file);
    } finally {
      fs.closeSync(file);
    }
    fs.renameSync(temporary, target);
  } catch (error) {
    fs.rmSync(temporary, { force: true });
    throw error;
  }
}

function keepOwner(fs: FileSystem, file: number, { uid, gid }: nodeFs.Stats): void {
  try {
    fs.fchownSync(file, uid, gid);
  } catch (error) {
    // Only root may give a file away; for everybody else the file is their own already.
    if (codeOf(error) !== 'EPERM' && codeOf(error) !== 'EACCES' && codeOf(error) !== 'ENOSYS') throw error;
  }
}

/** Creates `folder` and what is missing above it; returns the created ones, outermost first. */
export function createFolders(fs: FileSystem, folder: string): string[] {
  const missing: string[] = [];
  for (let at = folder; !isThere(fs, at); at = dirname(at)) missing.unshift(at);
  for (const at of missing) fs.mkdirSync(at);
  return missing;
}

/** Removes the folders that are empty; the others stay, and one that cannot be removed harms nobody. */
export function removeEmptyFolders(fs: FileSystem, folders: readonly string[]): void {
  for (const folder of [...folders].sort((a, b) => b.length - a.length)) {
    try {
      fs.rmdirSync(folder);
    } catch (error) {
      if (codeOf(error) === undefined) throw error;
    }
  }
}

/**
 * Whether nobody, or not this process, may write. The mode counts even for root, who may write anything: a file
 * somebody made read-only was meant to stay.
 */
export function isReadOnly(fs: FileSystem, absolute: string): boolean {
  if ((fs.statSync(absolute).mode & 0o222) === 0) return true;
  try {
    fs.accessSync(absolute, nodeFs.constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

/** An error as a clause that can follow a path. Rethrows what is no failed call: a defect must stay visible. */
export function reasonOf(error: unknown): string {
  if (error instanceof FileError) return error.message;
  const code = codeOf(error);
  if (!(error instanceof Error) || code === undefined) throw error;
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return 'may not be written by this user';
    case 'EROFS':
      return 'is on a read-only file system';
    case 'ENOSPC':
      return 'does not fit: the disk is full';
    case 'EISDIR':
      return 'is a folder';
    case 'ENOENT':
      return 'does not exist any more';
    default:
      return `could not be written (${error.message})`;
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

import * as nodeFs from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';

/** Every call to the file system that the runner makes; tests pass one that fails, or stops, where they want it to. */
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

/** Where a project-relative path leads once symbolic links are followed. */
export interface Located {
  /** Absolute, without symbolic links. */
  readonly target: string;
  readonly exists: boolean;
  /** The nearest folder above the target that exists. */
  readonly folder: string;
}

/** What is no part of an app's source, by the names that other systems know it under too. */
const OUT_OF_BOUNDS = /^(?:\.git|git~\d+|node_modules|\.signal-next)[. ]*$/i;

/**
 * Finds `path` (project-relative, `/`) in `root`, or in one of the folders beside it that `reach` names.
 * @param reach project-relative folders that begin with `../`.
 * @throws FileError when it leads out of those, into what belongs to git or a package manager, or through something
 * that is no folder.
 */
export function locate(fs: FileSystem, root: string, path: string, reach: readonly string[] = []): Located {
  const beside = reach.find((folder) => path === folder || path.startsWith(`${folder}/`));
  if (beside !== undefined) return locate(fs, join(root, beside), path.slice(beside.length + 1) || '.');
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
  const inside = relative(realRoot, join(real, relative(existing, wanted)));
  const outOfBounds = inside.split(sep).find((name) => OUT_OF_BOUNDS.test(name));
  if (outOfBounds !== undefined)
    throw new FileError(`lies in ${outOfBounds}, where signal-next writes nothing`);
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
    if (isOneOf(error, 'ENOENT', 'ENOTDIR', 'ELOOP')) return false;
    throw error;
  }
}

function realPathOf(fs: FileSystem, absolute: string): string {
  try {
    return fs.realpathSync(absolute);
  } catch (error) {
    if (!isOneOf(error, 'ENOENT', 'ELOOP')) throw error;
    throw new FileError('is a symbolic link that leads nowhere');
  }
}

function contains(root: string, absolute: string): boolean {
  const inside = relative(root, absolute);
  return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
}

/** Whose file it is and what may be done with it. */
export type Ownership = Pick<nodeFs.Stats, 'mode' | 'uid' | 'gid'>;

/** Creates `path`, which must not exist, with `content`, and waits until it is on the disk; `owner` is kept where the system allows it. */
export function createFile(
  fs: FileSystem,
  path: string,
  content: string | Uint8Array,
  owner?: Ownership,
): void {
  // What is private stays private while it is being written.
  const file = fs.openSync(path, 'wx', owner === undefined ? 0o666 : 0o600);
  try {
    fs.writeFileSync(file, content);
    if (owner !== undefined) {
      keepOwner(fs, file, owner);
      fs.fchmodSync(file, owner.mode & 0o7777);
    }
    fs.fsyncSync(file);
  } finally {
    fs.closeSync(file);
  }
}

/**
 * Puts `content` in place of `target` in one step, and waits until it is on the disk; keeps mode and owner of a file
 * that it replaces.
 */
export function replaceFile(fs: FileSystem, target: string, content: string | Uint8Array): void {
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    removeFile(fs, temporary);
    createFile(fs, temporary, content, isThere(fs, target) ? fs.statSync(target) : undefined);
    fs.renameSync(temporary, target);
    syncFolder(fs, dirname(target));
  } catch (error) {
    attempt(() => removeFile(fs, temporary));
    throw error;
  }
}

/** Does what is better done, but harms nobody when the system refuses it. */
export function attempt(work: () => void): void {
  try {
    work();
  } catch (error) {
    reasonOf(error);
  }
}

/** Waits until the names in `folder` are on the disk, where the system can say so. */
export function syncFolder(fs: FileSystem, folder: string): void {
  let open: number;
  try {
    open = fs.openSync(folder, 'r');
  } catch (error) {
    // Windows does not open folders, and one may be written to that may not be read.
    if (isOneOf(error, 'EACCES', 'EISDIR', 'EPERM')) return;
    throw error;
  }
  try {
    fs.fsyncSync(open);
  } catch (error) {
    if (!isOneOf(error, 'EBADF', 'EINVAL', 'ENOTSUP', 'EPERM')) throw error;
  } finally {
    fs.closeSync(open);
  }
}

/** Removes a file that may be gone already. */
export function removeFile(fs: FileSystem, path: string): void {
  try {
    fs.unlinkSync(path);
  } catch (error) {
    if (!isOneOf(error, 'ENOENT')) throw error;
  }
}

function keepOwner(fs: FileSystem, file: number, { uid, gid }: Ownership): void {
  try {
    fs.fchownSync(file, uid, gid);
  } catch (error) {
    // Only root may give a file away; for everybody else the file is their own already.
    if (!isOneOf(error, 'EPERM', 'EACCES', 'ENOSYS')) throw error;
  }
}

/** Creates `folder` and what is missing above it; returns the created ones, outermost first. */
export function createFolders(fs: FileSystem, folder: string): string[] {
  const missing: string[] = [];
  for (let at = folder; !isThere(fs, at); at = dirname(at)) missing.unshift(at);
  for (const at of missing) {
    fs.mkdirSync(at);
    syncFolder(fs, dirname(at));
  }
  return missing;
}

/** Removes a folder if it is empty, and there. */
export function removeEmptyFolder(fs: FileSystem, folder: string): void {
  try {
    fs.rmdirSync(folder);
  } catch (error) {
    if (!isOneOf(error, 'ENOTEMPTY', 'EEXIST', 'ENOENT')) throw error;
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

export function isOneOf(error: unknown, ...codes: readonly string[]): boolean {
  return codes.includes(codeOf(error) ?? '');
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

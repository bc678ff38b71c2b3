import { join } from 'node:path';
import { createFolders, FileError, type FileSystem, isThere, removeFile, replaceFile } from './files.js';

/** The tool's own folder in a project. It ignores itself in git. */
export const STATE_FOLDER = '.signal-next';

/**
 * The absolute path of what is called so in the state folder, whether it is there or not.
 * @throws FileError when a symbolic link or a file is in the way: a clone may bring one along that leads to the user's
 * own files, and what is in this folder gets removed.
 */
export function statePath(fs: FileSystem, root: string, ...names: readonly string[]): string {
  let absolute = fs.realpathSync(root);
  const parts = [STATE_FOLDER, ...names];
  for (const [index, name] of parts.entries()) {
    absolute = join(absolute, name);
    if (!isThere(fs, absolute)) continue;
    const status = fs.lstatSync(absolute);
    const shown = parts.slice(0, index + 1).join('/');
    if (status.isSymbolicLink())
      throw new FileError(
        `cannot be used: ${shown} is a symbolic link, and signal-next makes none there; delete it`,
      );
    if (index < parts.length - 1 && !status.isDirectory())
      throw new FileError(`cannot be used: ${shown} is no folder; delete it`);
  }
  return absolute;
}

/** Creates the state folder where it is missing; returns its absolute path. */
export function openStateFolder(fs: FileSystem, root: string): string {
  const state = statePath(fs, root);
  createFolders(fs, state);
  const ignoreFile = statePath(fs, root, '.gitignore');
  if (!isThere(fs, ignoreFile)) replaceFile(fs, ignoreFile, '*\n');
  return state;
}

/** Removes a folder of ours that holds files only; of a symbolic link that took its name, the link. */
export function clearFolder(fs: FileSystem, folder: string): void {
  if (!isThere(fs, folder)) return;
  if (!fs.lstatSync(folder).isDirectory()) {
    removeFile(fs, folder);
    return;
  }
  for (const name of fs.readdirSync(folder)) removeFile(fs, join(folder, name));
  fs.rmdirSync(folder);
}

import { join } from 'node:path';
import { createFolders, type FileSystem, isThere, locate, removeFile, replaceFile } from './files.js';

/** The tool's own folder in a project. It ignores itself in git. */
export const STATE_FOLDER = '.signal-next';

/** Creates the state folder where it is missing; returns its absolute path. */
export function openStateFolder(fs: FileSystem, root: string): string {
  const state = locate(fs, root, STATE_FOLDER).target;
  createFolders(fs, state);
  const ignoreFile = join(state, '.gitignore');
  if (!isThere(fs, ignoreFile)) replaceFile(fs, ignoreFile, '*\n');
  return state;
}

/** Removes a folder of ours that holds files only. */
export function clearFolder(fs: FileSystem, folder: string): void {
  if (!isThere(fs, folder)) return;
  for (const name of fs.readdirSync(folder)) removeFile(fs, join(folder, name));
  fs.rmdirSync(folder);
}

import { join } from 'node:path';
import {
  createFile,
  createFolders,
  type FileSystem,
  isThere,
  locate,
  reasonOf,
  removeFile,
  syncFolder,
} from './files.js';

/** The tool's own folder in a project. It ignores itself in git. */
export const STATE_FOLDER = '.signal-next';

/** Creates the state folder where it is missing; returns its absolute path. */
export function openStateFolder(fs: FileSystem, root: string): string {
  const state = locate(fs, root, STATE_FOLDER).target;
  createFolders(fs, state);
  const ignoreFile = join(state, '.gitignore');
  if (!isThere(fs, ignoreFile)) putFile(fs, ignoreFile, '*\n');
  return state;
}

/** Puts a file of ours in its place in one step, so that nobody ever reads half of it. */
export function putFile(fs: FileSystem, target: string, content: string): void {
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    removeFile(fs, temporary);
    createFile(fs, temporary, content);
    fs.renameSync(temporary, target);
    syncFolder(fs, join(target, '..'));
  } catch (error) {
    attempt(() => removeFile(fs, temporary));
    throw error;
  }
}

/** Removes a folder of ours that holds files only. */
export function clearFolder(fs: FileSystem, folder: string): void {
  if (!isThere(fs, folder)) return;
  for (const name of fs.readdirSync(folder)) removeFile(fs, join(folder, name));
  fs.rmdirSync(folder);
}

/** Does what is better done, but harms nobody when the system refuses it. */
export function attempt(work: () => void): void {
  try {
    work();
  } catch (error) {
    reasonOf(error);
  }
}

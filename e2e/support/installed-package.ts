import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { succeed } from './command.js';
import { tarball, workFolder } from './paths.js';

/** Installs the packed signal-next alone, in an empty folder of the work folder, and returns that folder. */
export async function installAlone(name: string): Promise<string> {
  const folder = join(workFolder, name);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "name": "empty", "private": true }\n');
  await succeed('npm', ['install', '--no-audit', '--no-fund', `file:${tarball}`], { cwd: folder });
  return folder;
}

/** The files below `folder`: how many bytes they are. */
export async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries.filter((entry) => entry.isFile()).map((entry) => stat(join(entry.parentPath, entry.name))),
  );
  return sizes.reduce((sum, { size }) => sum + size, 0);
}

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The folders of the repository that hold its sources. */
export const SOURCE_FOLDERS = [
  '__testfixtures__',
  'templates',
  'examples',
  'runtime',
  'src',
  'test',
  'transforms',
] as const;

/** The sources below a folder of the repository, seen from there. */
export function sourcesIn(folder: string): string[] {
  return readdirSync(join(repository, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path) && !/node_modules|\.next/.test(path))
    .map((path) => join(folder, path));
}

import { join } from 'node:path';
import type { RouterFolders } from '../analysis/route-files.js';
import { isDirectory, isFile } from './files.js';

export interface RoutersFound {
  readonly routers: RouterFolders;
  readonly sourceRoot: '' | 'src';
  readonly warnings: readonly string[];
}

/**
 * Finds the router folders as Next does (`findPagesDir`): `app` and `pages` are looked up separately, the root before
 * `src`. When the two end up under different parents, Next 13 to 15 use both; Next 16 refuses to start, and the
 * documented rule (the root wins, `src` is ignored) is applied here with a warning. Next takes a file called `app`
 * for the folder and fails; here it is passed over with a warning.
 */
export function findRouters(root: string, nextMajor: number): RoutersFound {
  const warnings: string[] = [];
  const find = (name: 'app' | 'pages'): string | undefined => {
    for (const candidate of [name, `src/${name}`]) {
      if (isDirectory(join(root, candidate))) return candidate;
      if (isFile(join(root, candidate))) {
        warnings.push(
          `${candidate} is a file, and Next.js expects a folder of that name to be its ${name === 'app' ? 'App' : 'Pages'} Router: rename it.`,
        );
      }
    }
    return undefined;
  };
  const found = { app: find('app'), pages: find('pages') };
  const split =
    found.app !== undefined && found.pages !== undefined && parentOf(found.app) !== parentOf(found.pages);
  if (!split || nextMajor < 16) {
    return { routers: found, sourceRoot: parentOf(found.app ?? found.pages ?? ''), warnings };
  }
  const inRoot = (folder: string | undefined): string | undefined =>
    folder !== undefined && parentOf(folder) === '' ? folder : undefined;
  const routers = { app: inRoot(found.app), pages: inRoot(found.pages) };
  const ignored = routers.app === undefined ? found.app : found.pages;
  warnings.push(
    `${ignored} is ignored because ${routers.app ?? routers.pages} stands in the root; Next.js 16 does not start with the two apart: move them under the same folder.`,
  );
  return { routers, sourceRoot: '', warnings };
}

function parentOf(folder: string): '' | 'src' {
  return folder.startsWith('src/') ? 'src' : '';
}

import { dirname, join, posix } from 'node:path';
import { byCodeUnit } from '../source/order.js';
import { entriesOf, isFile, upwardFrom } from './files.js';
import { ignoresNone, listNamed } from './git-list.js';
import { listPaths, type PathList, walkAll } from './list-files.js';
import type { Project } from './model.js';
import { readPackageJson } from './package-json.js';
import { isNextApp } from './workspace.js';

export interface SourcePaths {
  /** Project-relative, with `/`, sorted. Some may be gone, or be something else than a file. */
  readonly paths: readonly string[];
  /** Directories that are named like source files. */
  readonly directories: readonly string[];
  /** What a person should know of how they were found, as a sentence. */
  readonly note: string | undefined;
}

const SOURCE_FILE = /(?<!\.d)\.(?:[cm]?[jt]s|[jt]sx)$/;

/** Whether the name is that of a source file, as `listSources` lists them. */
export function isSourceFile(path: string): boolean {
  return SOURCE_FILE.test(path);
}

const NEVER = new Set([
  'node_modules',
  '.git',
  '.next',
  '.signal-next',
  '.yarn',
  '.vercel',
  '.turbo',
  '.pnp.cjs',
]);
/** Output folders, unless they are a segment of a route (`app/sign/out/`). */
const OUTPUT = new Set(['dist', 'out']);
/** Any of both, so that most paths need no more than this. */
const SUSPICIOUS =
  /(?:^|\/)(?:node_modules|\.git|\.next|\.signal-next|\.yarn|\.vercel|\.turbo|\.pnp\.cjs|dist|out)(?:\/|$)|^public\//;

/** Whether a path lies in dependencies, in what a build made or in what a tool keeps, wherever that is. */
export function isNobodysSource(path: string): boolean {
  return path.split('/').some((segment) => NEVER.has(segment));
}

/**
 * Lists the project's own source files. Left out: dependencies, build output, `public/`, other Next apps below this one,
 * and declaration files.
 */
export function listSources(project: Project): SourcePaths {
  const { root } = project;
  const { paths: listed, note } = listedIn(project);
  const nested = nestedApps(root, listed).map((folder) => `${folder}/`);
  const isOwn = (path: string): boolean =>
    !isOutput(path, project) && !nested.some((folder) => path.startsWith(folder));
  const paths = listed.filter((path) => SOURCE_FILE.test(path) && isOwn(path));
  const directories = [...directoriesNamedLikeFiles(project, listed)].filter(isOwn);
  return { paths: paths.sort(byCodeUnit), directories: directories.sort(byCodeUnit), note };
}

/**
 * Whether `listSources` would list each of a few files, without listing the others; false also where that cannot be told
 * so quickly, as without git or in a folder with a package.json of its own.
 */
export function areOwnSources(project: Project, paths: readonly string[]): boolean {
  const { root } = project;
  if (!paths.every((path) => isOwnByItsPath(project, path))) return false;
  if (ignoresNone(root, paths)) return true;
  const listed = new Set(listNamed(root, paths));
  return paths.every((path) => listed.has(path));
}

/** Whether `listSources` would list a file, if there is one, unless git ignores it; false for some that it would, too. */
export function isOwnByItsPath(project: Project, path: string): boolean {
  return SOURCE_FILE.test(path) && !isOutput(path, project) && !isInPackage(project.root, path);
}

/** Whether a folder below the project, at or above `path`, has a package.json. */
function isInPackage(root: string, path: string): boolean {
  return [...upwardFrom(dirname(join(root, path)), root)].some(
    (folder) => folder !== root && isFile(join(folder, 'package.json')),
  );
}

function listedIn(project: Project): PathList {
  const isWalked = (folder: string): boolean => !isOutput(folder, project);
  const isServed = (path: string): boolean => SOURCE_FILE.test(path) && isRouted(path, project);
  const listed = listPaths(project.root, isWalked);
  if (listed.paths.some(isServed)) return listed;
  // Rules that hide all that Next.js serves cannot mean that there is no app.
  const all = walkAll(project.root, isWalked);
  return all.some(isServed) ? { ...listed, paths: all } : listed;
}

/** Whether `path` lies in the folder of a router. */
function isRouted(path: string, { routers }: Project): boolean {
  return [routers.app, routers.pages].some((folder) => folder !== undefined && path.startsWith(`${folder}/`));
}

/** Whether `path` lies in a folder that never holds the project's own modules. */
function isOutput(path: string, project: Project): boolean {
  if (!SUSPICIOUS.test(path)) return false;
  if (isNobodysSource(path)) return true;
  const segments = path.split('/');
  if (segments[0] === 'public') return true;
  return !isRouted(path, project) && segments.slice(0, -1).some((segment) => OUTPUT.has(segment));
}

/** Folders below `root` that are Next apps of their own. */
function nestedApps(root: string, listed: readonly string[]): readonly string[] {
  return listed
    .filter((path) => path.endsWith('/package.json'))
    .map((path) => posix.dirname(path))
    .filter((folder) => {
      const result = readPackageJson(join(root, folder));
      return result.kind === 'read' && isNextApp(join(root, folder), result.packageJson);
    });
}

/** So many folders of the routers are looked into for empty ones: it is a hint, and a look costs as much as a file. */
const MOST_FOLDERS = 500;

/** Directories such as `route.ts/`: from the listed paths, and empty ones in the router folders. */
function directoriesNamedLikeFiles(
  { root, routers }: Project,
  listed: readonly string[],
): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (folder: string): void => {
    if (SOURCE_FILE.test(folder)) found.add(folder);
  };
  for (const path of listed) {
    // Most paths have no such segment, so the whole path is looked at first.
    if (!/\.[cm]?[jt]sx?\//.test(path)) continue;
    const segments = path.split('/');
    for (let length = 1; length < segments.length; length += 1) add(segments.slice(0, length).join('/'));
  }
  const queue = [routers.app, routers.pages].filter((folder) => folder !== undefined);
  for (let index = 0; index < Math.min(queue.length, MOST_FOLDERS); index += 1) {
    const folder = queue[index] ?? '';
    for (const name of foldersIn(join(root, folder))) {
      add(`${folder}/${name}`);
      queue.push(`${folder}/${name}`);
    }
  }
  return found;
}

function foldersIn(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) =>
    entry.isDirectory() && !NEVER.has(entry.name) ? entry.name : [],
  );
}

import { lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { join, posix } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';
import { byCodeUnit } from '../source/order.js';
import { isInside, projectPath, realPathOf, repositoryRoot, upwardFrom } from './files.js';
import { runGit } from './git.js';
import type { Project } from './model.js';
import { declaredRange, readPackageJson } from './package-json.js';
import { findRouters } from './routers.js';

export interface SourceFileFilter {
  /** Globs, or files and folders as they stand; relative to the project. Empty means everything. */
  readonly only?: readonly string[] | undefined;
  readonly exclude?: readonly string[] | undefined;
}

export interface SourceFileList {
  /** Project-relative, with `/`, sorted. */
  readonly files: readonly string[];
  /** What looks like a source file and was left out, each with one sentence. */
  readonly skipped: readonly { readonly path: string; readonly why: string }[];
}

const SOURCE_FILE = /(?<!\.d)\.(?:[cm]?[jt]s|[jt]sx)$/;

/** Whether the name is that of a source file, as `listSourceFiles` lists them. */
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

/**
 * Lists the project's own source files: what git tracks or would track, else (no git, no repository, one that git does
 * not trust, or a project that the repository ignores as a whole) what a walk finds that honours `.gitignore`, and if
 * that hides every route, everything.
 * Left out: dependencies, build output, `public/`, other Next apps below this one, and declaration files.
 */
export function listSourceFiles(project: Project, filter: SourceFileFilter = {}): SourceFileList {
  const listed = listedPaths(project);
  const { root } = project;
  const nested = nestedApps(root, listed);
  const isOwn = (path: string): boolean => {
    if (isOutput(path, project)) return false;
    return !nested.some((folder) => path.startsWith(`${folder}/`));
  };
  const wanted = filterOf(filter);
  const files: string[] = [];
  const skipped: { path: string; why: string }[] = [];
  for (const path of directoriesNamedLikeFiles(project, listed)) {
    if (isOwn(path) && wanted(path)) {
      skipped.push({
        path,
        why: 'is a directory, not a file: rename it so that it does not end like a source file',
      });
    }
  }
  for (const path of listed) {
    if (!SOURCE_FILE.test(path) || !isOwn(path) || !wanted(path)) continue;
    const verdict = judge(root, path);
    if (verdict.kind === 'file') files.push(path);
    else if (verdict.kind === 'skipped') skipped.push({ path, why: verdict.why });
  }
  return { files: files.sort(byCodeUnit), skipped: skipped.sort((a, b) => byCodeUnit(a.path, b.path)) };
}

type Judgement =
  | { readonly kind: 'file' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'skipped'; readonly why: string };

function judge(root: string, path: string): Judgement {
  let status: Stats;
  try {
    status = lstatSync(join(root, path));
  } catch {
    // Tracked by git and deleted since, or outside a sparse checkout.
    return { kind: 'gone' };
  }
  if (status.isFile()) return { kind: 'file' };
  if (!status.isSymbolicLink()) return { kind: 'gone' };
  const target = realPathOf(join(root, path));
  if (target === undefined)
    return { kind: 'skipped', why: 'is a symlink that leads nowhere: remove or correct it' };
  if (!isInside(root, target)) {
    return {
      kind: 'skipped',
      why: `is a symlink out of the project (to ${target}): run this where that file lives`,
    };
  }
  // Inside the project the file is listed under its own name.
  return { kind: 'gone' };
}

function listedPaths(project: Project): readonly string[] {
  const listed = listWithGit(project.root) ?? listByWalking(project, ignoreFilesAbove(project.root));
  if (listed.some((path) => isRouted(path, project))) return listed;
  // Rules that hide all that Next.js serves cannot mean that there is no app.
  const all = listByWalking(project, undefined);
  return all.some((path) => isRouted(path, project)) ? all : listed;
}

/** Whether `path` is a source file of one of the routers. */
function isRouted(path: string, { routers }: Project): boolean {
  return (
    SOURCE_FILE.test(path) &&
    [routers.app, routers.pages].some((folder) => folder !== undefined && path.startsWith(`${folder}/`))
  );
}

function listWithGit(root: string): readonly string[] | undefined {
  const answer = runGit(root, ['ls-files', '-z', '-c', '-o', '--exclude-standard']);
  if (answer.kind === 'failed') return undefined;
  // An unmerged file is listed once for each side.
  const paths = [...new Set(answer.stdout.split('\0').filter((path) => path !== ''))];
  return paths.length === 0 ? undefined : paths;
}

/**
 * Every file below the project that no `.gitignore` between it and the repository's root ignores.
 * @param above the rules of the folders above; undefined where no rules are to count, the project's own neither.
 */
function listByWalking(project: Project, above: readonly IgnoreRules[] | undefined): readonly string[] {
  const found: string[] = [];
  const { root } = project;
  const walk = (folder: string, rules: readonly IgnoreRules[]): void => {
    const here = join(root, folder);
    const own = above && readIgnoreFile(here);
    const active = own === undefined ? rules : [...rules, own];
    for (const entry of entriesOf(here)) {
      const path = posix.join(folder, entry.name);
      const isFolder = entry.isDirectory();
      if (NEVER.has(entry.name) || isIgnored(active, join(here, entry.name), isFolder)) continue;
      if (!isFolder) found.push(path);
      else if (!isOutput(`${path}/`, project)) walk(path, active);
    }
  };
  walk('', above ?? []);
  return found;
}

interface IgnoreRules {
  readonly folder: string;
  readonly rules: Ignore;
}

function readIgnoreFile(folder: string): IgnoreRules | undefined {
  try {
    return { folder, rules: ignore().add(readFileSync(join(folder, '.gitignore'), 'utf8')) };
  } catch {
    return undefined;
  }
}

/** The `.gitignore` files between the repository's root and the project; none when the project itself is ignored. */
function ignoreFilesAbove(root: string): readonly IgnoreRules[] {
  const top = repositoryRoot(root);
  if (top === undefined || top === root) return [];
  const above = [...upwardFrom(root, top)].slice(1).reverse();
  const rules = above.map(readIgnoreFile).filter((found) => found !== undefined);
  return isIgnored(rules, root, true) ? [] : rules;
}

/** As git decides: the deepest `.gitignore` with an opinion wins, and it may take a file back with `!`. */
function isIgnored(active: readonly IgnoreRules[], absolute: string, isFolder: boolean): boolean {
  let ignored = false;
  for (const { folder, rules } of active) {
    const answer = rules.test(`${projectPath(folder, absolute)}${isFolder ? '/' : ''}`);
    if (answer.ignored) ignored = true;
    else if (answer.unignored) ignored = false;
  }
  return ignored;
}

/** Whether `path` lies in a folder that never holds the project's own modules. */
function isOutput(path: string, { routers }: Project): boolean {
  const segments = path.split('/');
  if (segments.some((segment) => NEVER.has(segment))) return true;
  if (segments[0] === 'public') return true;
  const routed = [routers.app, routers.pages].some(
    (folder) => folder !== undefined && path.startsWith(`${folder}/`),
  );
  return !routed && segments.slice(0, -1).some((segment) => OUTPUT.has(segment));
}

/** Folders below `root` that are Next apps of their own. */
function nestedApps(root: string, listed: readonly string[]): readonly string[] {
  return listed
    .filter((path) => path.endsWith('/package.json'))
    .map((path) => posix.dirname(path))
    .filter((folder) => {
      const result = readPackageJson(join(root, folder));
      if (result.kind !== 'read' || declaredRange(result.packageJson, 'next') === undefined) return false;
      const { app, pages } = findRouters(join(root, folder), 0).routers;
      return app !== undefined || pages !== undefined;
    });
}

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
  const walk = (folder: string): void => {
    for (const entry of entriesOf(join(root, folder))) {
      if (!entry.isDirectory() || NEVER.has(entry.name)) continue;
      add(`${folder}/${entry.name}`);
      walk(`${folder}/${entry.name}`);
    }
  };
  for (const folder of [routers.app, routers.pages]) if (folder !== undefined) walk(folder);
  return found;
}

function filterOf({ only = [], exclude = [] }: SourceFileFilter): (path: string) => boolean {
  const takes = anyOf(only);
  const drops = anyOf(exclude);
  return (path) => (only.length === 0 || takes(path)) && !drops(path);
}

/**
 * A pattern is first taken as it stands, as a file or folder, because Next's own names (`app/[id]`, `app/(shop)`) read
 * as globs; then as a glob, with and without its brackets and parentheses being literal.
 */
function anyOf(patterns: readonly string[]): (path: string) => boolean {
  const matchers = patterns.map((pattern) => {
    const clean = pattern
      .replaceAll('\\', '/')
      .replace(/^(?:\.\/)+/, '')
      .replace(/\/+$/, '');
    if (clean === '' || clean === '.') return () => true;
    const glob = picomatch(clean, { dot: true });
    const literal = picomatch(clean.replace(/[[\]()]/g, '\\$&'), { dot: true });
    return (path: string) => path === clean || path.startsWith(`${clean}/`) || glob(path) || literal(path);
  });
  return (path) => matchers.some((matches) => matches(path));
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

import { join } from 'node:path';
import picomatch from 'picomatch';
import { parse as parseYaml } from 'yaml';
import type { RouterFolders } from '../analysis/route-files.js';
import { entriesOf, projectPath, repositoryRoot, upwardFrom } from './files.js';
import type { NextVersion } from './model.js';
import { detectNextVersion } from './next-version.js';
import {
  declaredRange,
  type PackageJson,
  readPackageJson,
  stringArray,
  stringRecord,
} from './package-json.js';
import { isObject, type JsonObject } from './read-json.js';
import { readSourceText } from './read-source.js';
import { findRouters } from './routers.js';

/** Dependency versions a workspace names once; the unnamed catalog has the name `default`. */
export type Catalogs = ReadonlyMap<string, Readonly<Record<string, string>>>;

export interface Workspace {
  /** Absolute. */
  readonly root: string;
  /** The file the member globs stand in. */
  readonly declaredIn: 'package.json' | 'pnpm-workspace.yaml';
  /** Member globs relative to `root`; those with `!` exclude. */
  readonly globs: readonly string[];
  readonly catalogs: Catalogs;
}

/** One Next app of a workspace, as much as a person needs to choose it. */
export interface AppSummary {
  /** Relative to the workspace root, with `/`; `.` for the root itself. */
  readonly dir: string;
  readonly name: string;
  readonly routers: RouterFolders;
  readonly next: NextVersion;
}

/** The workspace that `folder` itself declares; undefined when it declares no members. */
export function workspaceAt(folder: string): Workspace | undefined {
  const pnpm = readYaml(folder, 'pnpm-workspace.yaml');
  const pnpmGlobs = stringArray(pnpm?.packages);
  if (pnpmGlobs !== undefined && pnpmGlobs.length > 0) {
    return {
      root: folder,
      declaredIn: 'pnpm-workspace.yaml',
      globs: pnpmGlobs,
      catalogs: readCatalogs(folder),
    };
  }
  const result = readPackageJson(folder);
  if (result.kind !== 'read' || result.packageJson.workspaces === undefined) return undefined;
  return {
    root: folder,
    declaredIn: 'package.json',
    globs: result.packageJson.workspaces,
    catalogs: readCatalogs(folder),
  };
}

/** The workspace that `folder` is a member or the root of, looking upward. */
export function workspaceOf(folder: string): Workspace | undefined {
  for (const candidate of upwardFrom(folder)) {
    const workspace = workspaceAt(candidate);
    if (workspace === undefined) continue;
    if (candidate === folder || memberMatcher(workspace)(projectPath(candidate, folder))) return workspace;
  }
  return undefined;
}

/** How far up a project's own files may lie: its workspace, else its repository, else itself. */
export function boundaryOf(project: {
  readonly root: string;
  readonly workspaceRoot: string | undefined;
}): string {
  return project.workspaceRoot ?? repositoryRoot(project.root) ?? project.root;
}

/** Absolute folders of the workspace's members that have a package.json, sorted; the root itself is not one. */
export function memberFolders(workspace: Workspace): string[] {
  const isMember = memberMatcher(workspace);
  const found: string[] = [];
  const deepest = Math.max(0, ...workspace.globs.map(depthOf));
  const walk = (folder: string, depth: number): void => {
    const path = projectPath(workspace.root, folder);
    const { folders, hasPackageJson } = listFolder(folder);
    if (depth > 0 && hasPackageJson && isMember(path)) found.push(folder);
    if (depth >= deepest) return;
    for (const name of folders) walk(join(folder, name), depth + 1);
  };
  walk(workspace.root, 0);
  return found.sort();
}

/**
 * The Next apps of the workspace that `root` declares: members (and the root itself) that depend on `next` and have a
 * router folder. Empty when it declares none.
 */
export function findApps(root: string): AppSummary[] {
  const workspace = workspaceAt(root);
  if (workspace === undefined) return [];
  return [workspace.root, ...memberFolders(workspace)].flatMap((folder) => {
    const app = appAt(folder, workspace.root, workspace.catalogs);
    return app === undefined ? [] : [app];
  });
}

/** Next apps in the two levels below a folder that declares no workspace; what an error message can point at. */
export function findAppsBelow(folder: string): AppSummary[] {
  const levels = listFolder(folder).folders.flatMap((name) => [
    join(folder, name),
    ...listFolder(join(folder, name)).folders.map((inner) => join(folder, name, inner)),
  ]);
  return levels.sort().flatMap((candidate) => {
    const app = appAt(candidate, folder, new Map());
    return app === undefined ? [] : [app];
  });
}

/** Whether a package depends on `next` and has a router folder. */
export function isNextApp(folder: string, packageJson: PackageJson): boolean {
  if (declaredRange(packageJson, 'next') === undefined) return false;
  const { app, pages } = findRouters(folder, 0).routers;
  return app !== undefined || pages !== undefined;
}

function appAt(folder: string, root: string, catalogs: Catalogs): AppSummary | undefined {
  const result = readPackageJson(folder);
  if (result.kind !== 'read') return undefined;
  const declared = declaredRange(result.packageJson, 'next');
  if (declared === undefined) return undefined;
  const { version } = detectNextVersion(folder, declared, catalogs);
  const { routers } = findRouters(folder, version.major);
  if (routers.app === undefined && routers.pages === undefined) return undefined;
  const dir = projectPath(root, folder) || '.';
  return { dir, name: result.packageJson.name ?? dir, routers, next: version };
}

/** Catalogs from pnpm-workspace.yaml, .yarnrc.yml and package.json (Bun: top level or under `workspaces`). */
export function readCatalogs(folder: string): Catalogs {
  const catalogs = new Map<string, Record<string, string>>();
  const add = (source: JsonObject | undefined): void => {
    if (source === undefined) return;
    const named = isObject(source.catalogs) ? source.catalogs : {};
    for (const [name, entries] of [['default', source.catalog] as const, ...Object.entries(named)]) {
      catalogs.set(name, { ...catalogs.get(name), ...stringRecord(entries) });
    }
  };
  add(readYaml(folder, 'pnpm-workspace.yaml'));
  add(readYaml(folder, '.yarnrc.yml'));
  const result = readPackageJson(folder);
  if (result.kind === 'read') {
    const { raw } = result.packageJson;
    add(raw);
    add(isObject(raw.workspaces) ? raw.workspaces : undefined);
  }
  return catalogs;
}

function readYaml(folder: string, name: string): JsonObject | undefined {
  const source = readSourceText(folder, name);
  if (source.kind !== 'text') return undefined;
  try {
    const value: unknown = parseYaml(source.text);
    return isObject(value) ? value : undefined;
  } catch {
    // A broken workspace file leaves the app itself readable; its package manager reports the rest.
    return undefined;
  }
}

/** Whether a folder (relative to the root) is a member: some glob takes it and none with `!` drops it. */
function memberMatcher(workspace: Workspace): (path: string) => boolean {
  const globs = workspace.globs.map(normalGlob);
  const takes = picomatch(globs.filter((glob) => !glob.startsWith('!')));
  const drops = picomatch(
    globs.filter((glob) => glob.startsWith('!')).map((glob) => normalGlob(glob.slice(1))),
  );
  return (path) => takes(path) && !drops(path) && !path.split('/').includes('node_modules');
}

function normalGlob(glob: string): string {
  return glob.replace(/^\.?\//, '').replace(/\/+$/, '');
}

/** How many folders deep a member of this glob can lie. */
function depthOf(glob: string): number {
  if (glob.startsWith('!')) return 0;
  return glob.includes('**') ? Number.POSITIVE_INFINITY : normalGlob(glob).split('/').length;
}

function listFolder(folder: string): { folders: string[]; hasPackageJson: boolean } {
  const entries = entriesOf(folder);
  return {
    folders: entries
      .filter((entry) => entry.name !== 'node_modules' && !entry.name.startsWith('.'))
      // A symlinked folder could lead out of the workspace or round in circles.
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name),
    hasPackageJson: entries.some((entry) => entry.name === 'package.json'),
  };
}

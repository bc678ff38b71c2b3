import { join } from 'node:path';
import { resolveCommand } from 'package-manager-detector/commands';
import { LOCKS } from 'package-manager-detector/constants';
import { isFile, projectPath, repositoryRoot, upwardFrom } from './files.js';
import type { PackageManager, Project } from './model.js';
import { type PackageJson, readPackageJson } from './package-json.js';
import { isObject } from './read-json.js';
import { workspaceAt } from './workspace.js';

export interface PackageManagerFound {
  readonly packageManager: PackageManager;
  readonly because: string;
}

export interface InstallCommand {
  readonly command: string;
  readonly args: readonly string[];
  /** Where to run it: the app's own folder, which every manager takes as the package to change. */
  readonly cwd: string;
  /** The command as a person would type it in `cwd`. */
  readonly display: string;
}

const MANAGERS: ReadonlySet<string> = new Set([
  'npm',
  'pnpm',
  'yarn',
  'bun',
  'deno',
] satisfies PackageManager[]);

/**
 * The package manager of the app at `root`, looked up from there to the workspace root (else the repository's root):
 * in each folder `packageManager` or `devEngines` of package.json, then a lockfile; npm where nothing says otherwise.
 * A synchronous lookup over package-manager-detector's table of lockfiles, because its own `detect` is async only.
 */
export function detectPackageManager(root: string, workspaceRoot: string | undefined): PackageManagerFound {
  for (const folder of upwardFrom(root, workspaceRoot ?? repositoryRoot(root) ?? root)) {
    const result = readPackageJson(folder);
    const named = result.kind === 'read' ? namedManager(result.packageJson) : undefined;
    const manifest = projectPath(root, join(folder, 'package.json'));
    if (named !== undefined) return { packageManager: named.manager, because: `${manifest} ${named.field}` };
    for (const [file, manager] of Object.entries(LOCKS)) {
      if (isManager(manager) && isFile(join(folder, file))) {
        return { packageManager: manager, because: projectPath(root, join(folder, file)) };
      }
    }
  }
  return { packageManager: 'npm', because: 'no lockfile and no packageManager field' };
}

/** The command that adds `specs` to the app's dependencies. */
export function installCommand(project: Project, ...specs: string[]): InstallCommand {
  const args = [...specs, ...rootFlag(project)];
  const resolved = resolveCommand(project.packageManager, 'add', args) ?? {
    command: 'npm',
    args: ['i', ...args],
  };
  return {
    command: resolved.command,
    args: resolved.args,
    cwd: project.root,
    display: [resolved.command, ...resolved.args].map(quoted).join(' '),
  };
}

/** pnpm and Yarn 1 refuse to add a dependency to a workspace root unless told that it is meant. */
function rootFlag(project: Project): string[] {
  if (project.root !== project.workspaceRoot || workspaceAt(project.root) === undefined) return [];
  if (project.packageManager === 'pnpm') return ['-w'];
  if (project.packageManager === 'yarn' && isYarnClassic(project.root)) return ['-W'];
  return [];
}

function isYarnClassic(root: string): boolean {
  const result = readPackageJson(root);
  const version =
    result.kind === 'read' ? /^yarn@(\d+)/.exec(result.packageJson.packageManager ?? '')?.[1] : undefined;
  return version === undefined ? !isFile(join(root, '.yarnrc.yml')) : Number(version) < 2;
}

function namedManager(packageJson: PackageJson): { manager: PackageManager; field: string } | undefined {
  const field = packageJson.packageManager?.replace(/^\^/, '').split('@')[0];
  if (isManager(field)) return { manager: field, field: 'packageManager' };
  const { devEngines } = packageJson.raw;
  const engine =
    isObject(devEngines) && isObject(devEngines.packageManager) ? devEngines.packageManager.name : undefined;
  return isManager(engine) ? { manager: engine, field: 'devEngines' } : undefined;
}

function isManager(name: unknown): name is PackageManager {
  return typeof name === 'string' && MANAGERS.has(name);
}

function quoted(word: string): string {
  return /^[\w@%+=:,./^~-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

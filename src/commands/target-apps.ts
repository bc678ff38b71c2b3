import { join, posix, relative, resolve } from 'node:path';
import type { NamedClient } from '../analysis/client/named-client.js';
import type { Inclusion } from '../analysis/inclusion.js';
import { type AppSummary, detectProject } from '../project/detect.js';
import { realPathOf } from '../project/files.js';
import type { Project } from '../project/model.js';
import { findApps } from '../project/workspace.js';
import { safeName } from '../report/cells.js';
import { UsageError } from '../runner/errors.js';
import { sentence } from '../source/sentence.js';
import type { Console } from './console.js';

/** The options that say which app is meant. */
export interface TargetOptions {
  readonly cwd?: string | undefined;
  readonly app?: string | undefined;
  readonly all?: boolean | undefined;
  readonly sdk?: string | undefined;
  /** `module#export`, each a Signal client or a function that gives one. */
  readonly client?: readonly NamedClient[] | undefined;
}

/** One app a command works on, and its folder as the person would name it. */
export interface TargetApp {
  readonly project: Project;
  /** Seen from where the command runs, with `/`; `.` for that folder itself. */
  readonly directory: string;
}

/**
 * The apps that a command was pointed at: the folder itself, `--app <dir>`, or all of a workspace with `--all`.
 * @throws UsageError when there is none, or several and no way to choose.
 */
export async function targetApps(options: TargetOptions, console: Console): Promise<TargetApp[]> {
  if (options.app !== undefined && options.all)
    throw new UsageError('--app and --all exclude each other. Give one of them.');
  const here = resolve(options.cwd ?? '.');
  // Projects are found under their real path, and are to be named as seen from here.
  const from = realPathOf(here) ?? here;
  const start = options.app === undefined ? from : resolve(from, options.app);
  const detect = { sdk: options.sdk, clients: options.client };
  const found = detectProject(start, detect);
  const take = (dir: string): TargetApp => {
    const app = detectProject(dir, detect);
    if (app.kind === 'failure') throw new UsageError(`${sentence(app.message)} ${app.next}`);
    if (app.kind !== 'project') throw new UsageError(`${dir} is not a Next.js app any more. Run this again.`);
    return { project: app.project, directory: sayWarnings(from, app, console) };
  };
  switch (found.kind) {
    case 'project': {
      const top = found.project.workspaceRoot;
      const apps = options.all && top !== undefined ? findApps(top) : [];
      if (top !== undefined && apps.length > 0) return apps.map(({ dir }) => take(join(top, dir)));
      return [{ project: found.project, directory: sayWarnings(from, found, console) }];
    }
    case 'failure':
      throw new UsageError(`${sentence(found.message)} ${found.next}${appsNearby(from, options)}`);
    case 'workspace': {
      const { root, apps } = found;
      const [only, ...more] = apps;
      if (options.all || only === undefined) return apps.map(({ dir }) => take(join(root, dir)));
      if (more.length === 0) console.say(`Using the only Next.js app of this workspace, ${only.dir}.`);
      return [take(join(root, more.length === 0 ? only.dir : await choose(root, apps, console)))];
    }
  }
}

async function choose(root: string, apps: readonly AppSummary[], console: Console): Promise<string> {
  const asker = console.asker({ yes: false });
  if (!asker.interactive) {
    throw new UsageError(
      `${root} is a workspace with several Next.js apps:\n${listOf(apps)}\nChoose one with --app <dir>, or take them all with --all.`,
    );
  }
  return asker.select({
    message: 'Which app?',
    default: undefined,
    flag: '--app <dir>',
    choices: apps.map(({ dir, name }) => ({ title: dir, value: dir, description: name })),
  });
}

/** After a mistyped `--app`: the ones there are. */
function appsNearby(from: string, { app }: TargetOptions): string {
  const apps = app === undefined ? [] : findApps(from);
  return apps.length === 0 ? '' : `\nThe Next.js apps here are:\n${listOf(apps)}`;
}

function listOf(apps: readonly AppSummary[]): string {
  return apps.map(({ dir, name }) => `  ${dir}  (${name})`).join('\n');
}

function sayWarnings(
  from: string,
  { project, warnings }: { readonly project: Project; readonly warnings: readonly string[] },
  console: Console,
): string {
  const directory = relative(from, project.root).replaceAll('\\', '/') || '.';
  for (const warning of warnings)
    console.say(`warning: ${directory === '.' ? '' : `${directory}: `}${warning}`);
  return directory;
}

/** A file of an app as the person would name it from where the command runs. */
export function placeOf({ directory }: TargetApp, path: string): string {
  return safeName(directory === '.' ? path : posix.join(directory, path));
}

/**
 * The command as it is to be run for the same apps, e.g. `npx signal-next migrate --app apps/web`, and to find the same
 * calls.
 */
export function commandLine(
  command: 'init' | 'migrate' | 'check',
  { cwd, app, all, sdk, client, include = [] }: TargetOptions & { readonly include?: readonly Inclusion[] },
): string {
  const flags = [
    ...(cwd === undefined ? [] : ['--cwd', cwd]),
    ...(app === undefined || app === '.' ? [] : ['--app', app]),
    ...(all ? ['--all'] : []),
    ...(sdk === undefined ? [] : ['--sdk', sdk]),
    ...(client ?? []).flatMap(({ module, exportName }) => ['--client', `${module}#${exportName}`]),
    ...(command === 'init' || include.length === 0 ? [] : ['--include', ...include]),
  ];
  const quoted = flags.map((word) => (/^[\w@%+=:,./~-]+$/.test(word) ? word : JSON.stringify(word)));
  return ['npx', 'signal-next', command, ...quoted].join(' ');
}

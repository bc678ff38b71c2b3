import { join, relative, resolve } from 'node:path';
import { detectProject } from '../project/detect.js';
import type { Project } from '../project/model.js';
import { UsageError } from '../runner/errors.js';
import type { Console } from './console.js';

export interface TargetOptions {
  readonly cwd?: string | undefined;
  readonly app?: string | undefined;
  readonly all?: boolean | undefined;
  readonly sdk?: string | undefined;
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
  const from = resolve(options.cwd ?? '.');
  const start = options.app === undefined ? from : resolve(from, options.app);
  const found = detectProject(start, { sdk: options.sdk });
  switch (found.kind) {
    case 'project':
      for (const warning of found.warnings) console.say(`warning: ${warning}`);
      return [{ project: found.project, directory: directoryOf(from, found.project.root) }];
    case 'failure':
      throw new UsageError(`${found.message} ${found.next}`);
    case 'workspace':
      break;
  }
  const list = found.apps.map(({ dir, name }) => `  ${dir}  (${name})`).join('\n');
  const [only] = found.apps;
  if (!options.all && found.apps.length > 1 && !console.asker.interactive) {
    throw new UsageError(
      `${start} is a workspace with several Next.js apps:\n${list}\nChoose one with --app <dir>, or take them all with --all.`,
    );
  }
  const chosen =
    options.all || found.apps.length === 1
      ? found.apps.map(({ dir }) => dir)
      : [
          await console.asker.select({
            message: 'Which app?',
            default: undefined,
            flag: '--app <dir>',
            choices: found.apps.map(({ dir, name }) => ({ title: dir, value: dir, description: name })),
          }),
        ];
  if (only && !options.all && found.apps.length === 1)
    console.say(`Using the only Next.js app of this workspace, ${only.dir}.`);
  return chosen.map((dir) => {
    const app = detectProject(join(found.root, dir), { sdk: options.sdk });
    if (app.kind !== 'project')
      throw new UsageError(`${dir} is not a Next.js app any more. Run the command again.`);
    for (const warning of app.warnings) console.say(`warning: ${dir}: ${warning}`);
    return { project: app.project, directory: directoryOf(from, app.project.root) };
  });
}

function directoryOf(from: string, root: string): string {
  return relative(from, root).replaceAll('\\', '/') || '.';
}

import { proxyLacksPackage } from '../inspect/plan-proxy.js';
import type { Project } from '../project/model.js';
import { type InstallCommand, installCommand } from '../project/package-manager.js';
import { OWN_PACKAGE } from '../project/sdk.js';
import { safeName } from '../report/cells.js';
import { version } from '../version.js';
import type { Console } from './console.js';
import type { TargetApp } from './target-apps.js';

/** What became of the packages: only named, installed, or not to be had. */
export type InstallStatus = 'planned' | 'skipped' | 'done' | 'failed';

/** The command that adds the packages that package.json does not list; undefined when it lists them all. */
export function installFor(project: Project, withProxy: boolean): InstallCommand | undefined {
  const { name, declared } = project.sdk;
  const missing = [
    ...(declared ? [] : [name]),
    ...(withProxy && proxyLacksPackage(project) ? [OWN_PACKAGE] : []),
  ];
  // Our own runtime in this very version; another package as the registry has it.
  const specs = missing.map((one) => (one === OWN_PACKAGE ? `${OWN_PACKAGE}@^${version()}` : one));
  return specs.length === 0 ? undefined : installCommand(project, ...specs);
}

/** Where the command is to be run, if that is not where this one runs. */
export function inFolder({ directory }: TargetApp): string {
  return directory === '.' ? '' : ` in ${safeName(directory)}`;
}

/** Runs the package manager; its output is shown when it fails. */
export async function runInstall(
  install: InstallCommand,
  app: TargetApp,
  console: Console,
): Promise<InstallStatus> {
  console.say(`$ ${install.display}`);
  const { x } = await import('tinyexec');
  let why: string;
  try {
    const { exitCode, stdout, stderr } = await x(install.command, [...install.args], {
      // The manager that the person would get by typing its name, not the one beside this Node.
      nodePath: false,
      nodeOptions: { cwd: install.cwd },
    });
    if (exitCode === 0) return 'done';
    if (`${stdout}${stderr}`.trim() !== '') console.say(`${stdout}${stderr}`.trimEnd());
    why = exitCode === undefined ? 'it was interrupted' : `it ended with exit code ${exitCode}`;
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    why = isMissing ? `${install.command} was not found` : String(error);
  }
  console.say(
    `error: the package could not be installed: ${why}. The files are written. Run this by hand${inFolder(app)}: ${install.display}`,
  );
  return 'failed';
}

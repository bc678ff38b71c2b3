import { parseTracingHosts } from '../../transforms/tracing-headers/parse-tracing-hosts.js';
import type { TracingValue } from '../../transforms/tracing-headers/tracing-value.js';
import { type Inspection, inspectProject } from '../inspect/inspect.js';
import { type InitOptions as PlanOptions, planInit, planInitSource } from '../inspect/plan-init.js';
import { stagePlan } from '../inspect/stage-plan.js';
import { type InstallCommand, installCommand } from '../project/package-manager.js';
import { Cancelled, UsageError } from '../runner/errors.js';
import { EXIT_OK, EXIT_USAGE, type ExitCode } from '../runner/exit-codes.js';
import { version } from '../version.js';
import type { Console } from './console.js';
import { sayProblems } from './report-json.js';
import { type TargetApp, type TargetOptions, targetApps } from './target-apps.js';
import { guardUncommitted, readyFiles, reportDefects, showDiff, writeFiles } from './write-plan.js';

export interface InitOptions extends TargetOptions {
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly force: boolean;
  readonly tracingHosts: string | undefined;
  readonly withConfig: boolean;
  readonly skipInstall: boolean;
}

/** `signal-next init`: sets a project up, after showing what it concluded and what it would write. */
export async function init(options: InitOptions, console: Console): Promise<ExitCode> {
  const value = tracingValue(options.tracingHosts);
  const apps = await targetApps(options, console);
  const reports: unknown[] = [];
  let code: ExitCode = EXIT_OK;
  for (const app of apps) {
    const { exit, report } = await initApp(app, options, value, console);
    reports.push(report);
    if (exit !== EXIT_OK) code = exit;
  }
  if (options.json) {
    console.result(
      JSON.stringify(
        { schemaVersion: 1, tool: { name: 'signal-next', version: version() }, projects: reports },
        null,
        2,
      ),
    );
  }
  return code;
}

function tracingValue(hosts: string | undefined): TracingValue {
  if (hosts === undefined) return { kind: 'all' };
  const parsed = parseTracingHosts(hosts);
  if (parsed.kind === 'invalid') throw new UsageError(parsed.message);
  return parsed;
}

async function initApp(
  { project, directory }: TargetApp,
  options: InitOptions,
  value: TracingValue,
  console: Console,
): Promise<{ exit: ExitCode; report: unknown }> {
  const planOptions: PlanOptions = {
    value,
    force: options.force,
    withConfig: options.withConfig,
    createEnv: options.yes,
  };
  const inspectOptions = { distinctId: 'header-first' } as const;
  const inspection = inspectProject(project, inspectOptions);
  const plan = planInit(inspection, planOptions);
  const run = stagePlan(project, plan, inspectOptions, (again) => planInitSource(again, planOptions));
  const files = readyFiles(run);
  const install = project.sdk.declared ? undefined : installCommand(project, sdkSpec(project.sdk.name));

  sayEvidence(inspection, directory, console);
  const troubles = sayProblems(inspection, console);
  const defects = reportDefects(run, console);
  for (const { path, why, instead } of plan.refusals)
    console.say(`left alone: ${path}: ${why}\n  ${instead}`);
  for (const note of plan.notes) console.say(`note: ${note}`);

  let exit: ExitCode = troubles > 0 || defects > 0 ? EXIT_USAGE : EXIT_OK;
  if (options.dryRun) {
    if (!options.json) showDiff(files, console);
    console.say(
      files.length > 0
        ? `\nWould write ${files.length} ${files.length === 1 ? 'file' : 'files'}. Nothing was written.`
        : '\nNothing to do: this app is set up.',
    );
    if (install) console.say(`Would run: ${install.display}`);
  } else {
    await writeAll(inspection, files, install, options, console);
    if (install && !(await runInstall(install, options, console))) exit = EXIT_USAGE;
    sayNext(inspection, console);
  }
  const report = {
    directory,
    name: project.name,
    evidence: project.evidence,
    files: files.map(({ path, before, summary }) => ({
      path,
      action: before === undefined ? 'create' : 'edit',
      summary,
    })),
    written: !options.dryRun,
    refusals: plan.refusals,
    notes: plan.notes,
    install: install?.display ?? null,
  };
  return { exit, report };
}

/** The runtime of this very version; another package as the registry has it. */
function sdkSpec(name: string): string {
  return name === 'signal-next' ? `signal-next@^${version()}` : name;
}

function sayEvidence({ project }: Inspection, directory: string, console: Console): void {
  console.say(`${project.name} (${directory})`);
  const width = Math.max(...project.evidence.map(({ fact }) => fact.length));
  for (const { fact, value, because } of project.evidence)
    console.say(`  ${fact.padEnd(width)}  ${value}  (${because})`);
}

async function writeAll(
  { project }: Inspection,
  files: ReturnType<typeof readyFiles>,
  install: InstallCommand | undefined,
  options: InitOptions,
  console: Console,
): Promise<void> {
  if (files.length === 0) {
    console.say('Nothing to write: this app is set up.');
    return;
  }
  if (!options.force) guardUncommitted(project, files);
  console.say('init will write:');
  for (const { path, before, summary } of files)
    console.say(`  ${before === undefined ? 'create' : 'edit  '}  ${path}  ${summary}`);
  if (install && !options.skipInstall) console.say(`and run: ${install.display}`);
  const goOn = await console.asker.confirm({ message: 'Go on?', default: undefined, flag: '--yes' });
  if (!goOn) throw new Cancelled();
  writeFiles(project, files, console);
}

/** Returns whether the package is there or was not asked for. */
async function runInstall(
  install: InstallCommand,
  { skipInstall }: InitOptions,
  console: Console,
): Promise<boolean> {
  if (skipInstall) {
    console.say(`Install the package yourself: ${install.display}`);
    return true;
  }
  console.say(`$ ${install.display}`);
  const { x } = await import('tinyexec');
  const { exitCode, stdout, stderr } = await x(install.command, [...install.args], {
    nodeOptions: { cwd: install.cwd },
  });
  if (exitCode === 0) return true;
  console.say(`${stdout}${stderr}`.trimEnd());
  console.say(
    `error: the package could not be installed (${install.command} ended with ${exitCode ?? 'a signal'}). The files are written; run this by hand: ${install.display}`,
  );
  return false;
}

function sayNext({ analyses }: Inspection, console: Console): void {
  const open = analyses.some(({ calls }) => calls.some(({ verdict }) => verdict.kind === 'fixable'));
  console.say(
    open
      ? 'Next: npx signal-next migrate'
      : 'Next: track an event on the server, then run npx signal-next check.',
  );
}

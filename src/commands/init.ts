import { parseTracingHosts } from '../../transforms/tracing-headers/parse-tracing-hosts.js';
import type { TracingValue } from '../../transforms/tracing-headers/provider-option.js';
import { evidenceOf } from '../inspect/evidence.js';
import { type Inspection, inspectProject } from '../inspect/inspect.js';
import type { EnvironmentPlan } from '../inspect/plan-environment.js';
import { type InitPlanOptions, planInit, planInitSource } from '../inspect/plan-init.js';
import { providerPlanner } from '../inspect/plan-provider.js';
import { proxyEvidence } from '../inspect/plan-proxy.js';
import { bareProviderPlaces } from '../inspect/provider-places.js';
import { stagePlan } from '../inspect/stage-plan.js';
import type { Evidence } from '../project/model.js';
import type { InstallCommand } from '../project/package-manager.js';
import { jsonText, problemsOf } from '../report/json.js';
import { UsageError } from '../runner/errors.js';
import { EXIT_OK, EXIT_USAGE, type ExitCode } from '../runner/exit-codes.js';
import { version } from '../version.js';
import { troublesOf } from './app-report.js';
import type { Console } from './console.js';
import { type InstallStatus, inFolder, installFor, runInstall } from './install.js';
import { changeOf } from './report-json.js';
import { sayLeftAlone, sayProblems } from './say.js';
import { guardStopped } from './stopped-run.js';
import { commandLine, placeOf, type TargetApp, type TargetOptions, targetApps } from './target-apps.js';
import {
  type AppFiles,
  confirm,
  defectsIn,
  describeFiles,
  guardUncommitted,
  listFiles,
  readyFiles,
  showDiff,
  writeAll,
} from './write-plan.js';

export interface InitOptions extends TargetOptions {
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly force: boolean;
  readonly tracingHosts: string | undefined;
  readonly withConfig: boolean;
  readonly withProxy: boolean;
  readonly skipInstall: boolean;
}

/** What is planned for one app, before anything is written in any. */
interface Prepared extends AppFiles {
  readonly inspection: Inspection;
  readonly plan: EnvironmentPlan;
  readonly evidence: readonly Evidence[];
  readonly install: InstallCommand | undefined;
  /** Files that could not be read, and files that failed validation. */
  readonly troubles: number;
}

const INSPECT = { distinctId: 'header-first' } as const;

/** `signal-next init`: sets a project up, after showing what it concluded and what it would write. */
export async function init(options: InitOptions, console: Console): Promise<ExitCode> {
  const value = tracingValue(options.tracingHosts);
  const apps = await targetApps(options, console);
  guardStopped(apps, options.dryRun, console);
  const prepared: Prepared[] = [];
  for (const app of apps) prepared.push(await prepare(app, options, value, console));

  const isWorkLeft = prepared.some(
    ({ files, install }) => files.length > 0 || (install !== undefined && !options.skipInstall),
  );
  const isWriting = !options.dryRun && isWorkLeft;
  if (isWriting) {
    if (!options.force) guardUncommitted(prepared);
    await confirm('Go on?', options.yes, console);
    writeAll(prepared, console);
  }
  let code: ExitCode = prepared.some(({ troubles }) => troubles > 0) ? EXIT_USAGE : EXIT_OK;
  const reports: unknown[] = [];
  for (const one of prepared) {
    const status = await installIn(one, options, console);
    if (status === 'failed') code = EXIT_USAGE;
    if (!options.dryRun) sayNext(one, options, console);
    reports.push(reportOf(one, isWriting && one.files.length > 0, status));
  }
  if (options.json) {
    const tool = { name: 'signal-next', version: version() };
    console.result(jsonText({ schemaVersion: 1, tool, projects: reports }));
  }
  return code;
}

function tracingValue(hosts: string | undefined): TracingValue {
  if (hosts === undefined) return { kind: 'all' };
  const parsed = parseTracingHosts(hosts);
  if (parsed.kind === 'invalid') throw new UsageError(parsed.message);
  return parsed;
}

async function prepare(
  app: TargetApp,
  options: InitOptions,
  value: TracingValue,
  console: Console,
): Promise<Prepared> {
  const { force, withConfig, withProxy, yes } = options;
  const planOptions: InitPlanOptions = { value, force, withConfig, withProxy, createEnv: yes };
  const inspection = inspectProject(app.project, INSPECT);
  const planProvider = await providerPlanner(inspection);
  const plan = planInit(inspection, planProvider, planOptions);
  const run = stagePlan(inspection, plan, INSPECT, (again) =>
    planInitSource(again, planProvider, planOptions),
  );

  const evidence = [...evidenceOf(inspection), ...(withProxy ? [proxyEvidence(inspection)] : [])];
  sayEvidence(app, evidence, console);
  const troubles = sayProblems(inspection, { app, takesExclude: false }, console) + defectsIn(run);
  const files = readyFiles(run, inspection.signalModule.path, console);
  sayLeftAlone(plan.refusals, app, console);
  for (const note of notesOf(inspection, plan, value)) console.say(`note: ${note}`);
  const install = installFor(app.project, withProxy);
  sayPlan(app, files, install, options, console);
  if (files.length === 0) {
    const isDone = troubles === 0 && plan.refusals.length === 0;
    console.say(isDone ? 'Nothing to write: this app is set up.' : 'Nothing to write.');
  }
  return { app, inspection, plan, evidence, files, install, troubles };
}

function sayEvidence(app: TargetApp, evidence: readonly Evidence[], console: Console): void {
  console.say(`${app.project.name} (${app.directory})`);
  const width = Math.max(...evidence.map(({ fact }) => fact.length));
  for (const { fact, value, because } of evidence)
    console.say(`  ${fact.padEnd(width)}  ${value}  (${because})`);
}

/** What the person should know beside the diff. */
function notesOf(inspection: Inspection, { notes }: EnvironmentPlan, value: TracingValue): string[] {
  const enabled = inspection.providers.filter(({ option }) => option.kind === 'enabled');
  const set = value.kind === 'hosts' ? enabled : [];
  return [
    ...bareProviderPlaces(inspection).map(
      ({ path }) =>
        `No page below ${path} has a SignalNextProvider: render the one that other pages have there, too.`,
    ),
    ...set.map(({ path }) => `${path} sets addTracingHeaders already; --tracing-hosts does not change it.`),
    ...notes,
  ];
}

function sayPlan(
  app: TargetApp,
  files: AppFiles['files'],
  install: InstallCommand | undefined,
  { dryRun, json, yes, skipInstall }: InitOptions,
  console: Console,
): void {
  const willInstall = install !== undefined && !skipInstall;
  if (dryRun) {
    if (!json) showDiff(files, console);
    if (willInstall) console.say(`Would run${inFolder(app)}: ${install.display}`);
    if (files.length > 0) console.say(`Would ${describeFiles(files)}. Nothing was written.`);
  } else if (!yes) {
    if (files.length > 0) console.say(`init will ${describeFiles(files)}:\n${listFiles(files)}`);
    if (willInstall)
      console.say(`${files.length > 0 ? 'and run' : 'init will run'}${inFolder(app)}: ${install.display}`);
  }
}

async function installIn(
  { app, install }: Prepared,
  { dryRun, skipInstall }: InitOptions,
  console: Console,
): Promise<InstallStatus | undefined> {
  if (install === undefined) return undefined;
  if (skipInstall) {
    console.say(`Install the package yourself${inFolder(app)}: ${install.display}`);
    return 'skipped';
  }
  return dryRun ? 'planned' : runInstall(install, app, console);
}

function sayNext(
  { app, inspection, plan, troubles }: Prepared,
  options: InitOptions,
  console: Console,
): void {
  if (plan.toFillIn)
    console.say(`Fill in ${plan.toFillIn.keys.join(' and ')} in ${placeOf(app, plan.toFillIn.file)}.`);
  if (troubles > 0) return;
  const target = { ...options, ...(options.all ? { all: false, app: app.directory } : {}) };
  const calls = inspection.analyses.flatMap((analysis) => analysis.calls);
  if (calls.some(({ verdict }) => verdict.kind === 'fixable'))
    console.say(`Next: ${commandLine('migrate', target)}`);
  else if (calls.length === 0)
    console.say(`Next: track an event on the server, then run ${commandLine('check', target)}.`);
}

function reportOf(
  { app, inspection, plan, evidence, files, install }: Prepared,
  written: boolean,
  status: InstallStatus | undefined,
): object {
  return {
    directory: app.directory,
    name: app.project.name,
    evidence,
    written,
    changes: files.map(changeOf),
    leftAlone: plan.refusals,
    notes: plan.notes,
    install: install && status ? { command: install.display, status } : null,
    problems: problemsOf(troublesOf(inspection)),
  };
}

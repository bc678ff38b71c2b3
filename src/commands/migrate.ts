import type { DistinctIdPolicy } from '../analysis/model.js';
import { findingsOf, ledgerOf, refusalsOf } from '../inspect/findings.js';
import { type Inspection, inspectProject } from '../inspect/inspect.js';
import { type PlanRefusal, planMigrate } from '../inspect/plan-migrate.js';
import { stagePlan } from '../inspect/stage-plan.js';
import { renderLedger, renderRefusals } from '../report/ledger.js';
import { Cancelled } from '../runner/errors.js';
import { EXIT_OK, EXIT_USAGE, type ExitCode } from '../runner/exit-codes.js';
import type { Console } from './console.js';
import { reportOf, sayProblems } from './report-json.js';
import { type TargetApp, type TargetOptions, targetApps } from './target-apps.js';
import { guardUncommitted, readyFiles, reportDefects, showDiff, writeFiles } from './write-plan.js';

export interface MigrateOptions extends TargetOptions {
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly force: boolean;
  readonly only: readonly string[];
  readonly exclude: readonly string[];
  readonly distinctId: DistinctIdPolicy;
}

/** `signal-next migrate`: shows what it found, asks once, writes, and closes with the ledger. */
export async function migrate(options: MigrateOptions, console: Console): Promise<ExitCode> {
  const apps = await targetApps(options, console);
  const results: Parameters<typeof reportOf>[0][number][] = [];
  let code: ExitCode = EXIT_OK;
  for (const app of apps) {
    if (apps.length > 1) console.say(`\n${app.directory}`);
    const { exit, inspection, written } = await migrateApp(app, options, console);
    results.push({ app, inspection, findings: findingsOf(inspection), written });
    if (exit !== EXIT_OK) code = exit;
  }
  if (options.json) console.result(reportOf(results));
  return code;
}

async function migrateApp(
  { project }: TargetApp,
  options: MigrateOptions,
  console: Console,
): Promise<{ exit: ExitCode; inspection: Inspection; written: ReadonlySet<string> }> {
  const { only, exclude, distinctId } = options;
  const inspectOptions = { only, exclude, distinctId };
  const plan = (inspection: Inspection) => planMigrate(inspection, { value: { kind: 'all' }, force: false });
  const inspection = inspectProject(project, inspectOptions);
  const planned = plan(inspection);
  const run = stagePlan(project, planned, inspectOptions, plan);
  const files = readyFiles(run);

  const troubles = sayProblems(inspection, console);
  const defects = reportDefects(run, console);
  sayRefusals(planned.refusals, console);
  const written = new Set<string>();
  if (options.dryRun) {
    if (!options.json) showDiff(files, console);
    if (files.length > 0) console.say(`\nWould ${describe(files)}. Nothing was written.`);
  } else if (files.length > 0) {
    if (!options.force) guardUncommitted(project, files);
    console.say(`Found ${renderLedger(ledgerOf(inspection))}. migrate will ${describe(files)}:`);
    for (const { path, summary } of files) console.say(`  ${path}  ${summary}`);
    const goOn = await console.asker.confirm({
      message: 'Write these changes?',
      default: undefined,
      flag: '--yes',
    });
    if (!goOn) throw new Cancelled();
    writeFiles(project, files, console);
    for (const { path } of files) written.add(path);
  }
  closeWithLedger(inspection, written, options, console);
  return { exit: troubles > 0 || defects > 0 ? EXIT_USAGE : EXIT_OK, inspection, written };
}

function describe(files: readonly { before: string | undefined }[]): string {
  const created = files.filter(({ before }) => before === undefined).length;
  const edited = files.length - created;
  const count = (number: number): string => `${number} ${number === 1 ? 'file' : 'files'}`;
  if (created === 0) return `edit ${count(edited)}`;
  return edited === 0 ? `create ${count(created)}` : `edit ${count(edited)} and create ${count(created)}`;
}

function sayRefusals(refusals: readonly PlanRefusal[], console: Console): void {
  for (const { path, why, instead } of refusals) console.say(`left alone: ${path}: ${why}\n  ${instead}`);
}

function closeWithLedger(
  inspection: Inspection,
  written: ReadonlySet<string>,
  { json }: MigrateOptions,
  console: Console,
): void {
  const speak = json ? console.say : console.result;
  const terminal = json ? console.talkTerminal : console.resultTerminal;
  const refusals = renderRefusals(refusalsOf(inspection), terminal);
  if (refusals !== '') speak(refusals);
  const ledger = ledgerOf(inspection, written);
  speak(renderLedger(ledger));
  if (ledger.calls === 0)
    speak(
      'If this app does track server events, check that they go through a client made by createSignalServer().',
    );
}

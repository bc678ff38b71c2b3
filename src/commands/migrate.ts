import type { Inclusion } from '../analysis/inclusion.js';
import type { DistinctIdPolicy } from '../analysis/model.js';
import { openFindings } from '../gate/gate.js';
import { affectedTests } from '../inspect/affected-tests.js';
import { foundIn } from '../inspect/findings.js';
import { type Inspection, inspectProject } from '../inspect/inspect.js';
import type { PlanRefusal } from '../inspect/plan.js';
import { planStaged } from '../inspect/staged-plan.js';
import { ledgerOf, refusalsOf, withheldIn } from '../inspect/tally.js';
import { NO_CALLS, renderLedger, renderRefusals } from '../report/ledger.js';
import { EXIT_OK, EXIT_USAGE, type ExitCode } from '../runner/exit-codes.js';
import type { Console } from './console.js';
import { type CheckedPlan, planChecked } from './plan-checked.js';
import { savePlan } from './plan-files.js';
import { type AppChanges, isFixedIn, migrateReport } from './report-json.js';
import { sayAffectedTests, sayApp, sayLeftAlone, sayProblems } from './say.js';
import { refuseContradictions, type Selection, selectionFor } from './selection.js';
import { guardStopped } from './stopped-run.js';
import { commandLine, type TargetApp, type TargetOptions, targetApps } from './target-apps.js';
import {
  type AppFiles,
  confirm,
  defectsIn,
  describeFiles,
  guardShared,
  guardUncommitted,
  listFiles,
  readyFiles,
  showDiff,
  writeAll,
} from './write-plan.js';

export interface MigrateOptions extends TargetOptions {
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly force: boolean;
  readonly only: readonly string[];
  readonly exclude: readonly string[];
  readonly include: readonly Inclusion[];
  readonly distinctId: DistinctIdPolicy;
  readonly typecheck?: boolean | undefined;
  /** Write what would be done to this file, and nothing else. */
  readonly plan?: string | undefined;
  /** Do what this plan says. */
  readonly apply?: string | undefined;
  /** Of a plan that is stale in part, do the rest. */
  readonly partial?: boolean | undefined;
  /** Ask for each change. */
  readonly interactive?: boolean | undefined;
}

/** What is planned for one app, before anything is written in any. */
interface Prepared extends AppFiles {
  /** What the ledger counts: what was left out is still open in it. */
  readonly inspection: Inspection;
  /** What is to be written, without what was left out or taken back. */
  readonly staged: CheckedPlan;
  readonly leftAlone: readonly PlanRefusal[];
  /** Files that could not be read, and files that failed validation. */
  readonly troubles: number;
}

/** `signal-next migrate`: shows what it found, asks once, writes, and closes with the ledger. */
export async function migrate(given: MigrateOptions, console: Console): Promise<ExitCode> {
  refuseContradictions(given);
  const { options, selection } = await selectionFor(given, console);
  const apps = await targetApps(options, console);
  guardStopped(apps, options.dryRun || options.plan !== undefined, console);
  const prepared: Prepared[] = [];
  for (const app of apps) {
    sayApp(app, apps, console);
    prepared.push(await prepare(app, options, selection, console));
  }
  if (options.plan !== undefined) savePlan(options, prepared, console);
  const isWriting =
    !options.dryRun && options.plan === undefined && prepared.some(({ files }) => files.length > 0);
  if (isWriting) {
    guardShared(prepared);
    if (!options.force) guardUncommitted(prepared);
    await confirm('Write these changes?', options.yes, console);
    writeAll(prepared, console);
  }
  const results: AppChanges[] = [];
  for (const { app, inspection: before, staged, files, leftAlone } of prepared) {
    const written = isWriting && files.length > 0;
    // Lines have moved, and what is left to do is to be read off the files as they are now.
    const texts = new Map(files.map(({ path, after }) => [path, after]));
    const inspection = written ? staged.inspectionAfter(texts) : before;
    const findings = openFindings(await foundIn(inspection), inspection);
    const { inspection: chosen, takenBack } = staged;
    const result = { app, before, chosen, inspection, findings, files, written, leftAlone, takenBack };
    results.push(result);
    if (!options.json) close(result, apps, options, console);
  }
  if (options.json) console.result(migrateReport(results, options));
  return prepared.some(({ troubles }) => troubles > 0) ? EXIT_USAGE : EXIT_OK;
}

async function prepare(
  app: TargetApp,
  options: MigrateOptions,
  selection: Selection,
  console: Console,
): Promise<Prepared> {
  const whole = planStaged(app.project, options);
  const leftOut = await selection.leaveOut(app, whole);
  const isWhole = leftOut.spared.size === 0 && !leftOut.provider;
  const chosen = isWhole ? whole : planStaged(app.project, options, leftOut, whole.inspection);
  const staged = await planChecked(app, chosen, options, console);
  const { plan, run } = staged;
  const inspection =
    staged.takenBack.length === 0
      ? whole.inspection
      : inspectProject(app.project, staged.optionsAfter(new Set()), undefined, whole.inspection);
  const troubles = sayProblems(inspection, { app, takesExclude: true }, console) + defectsIn(run);
  const files = readyFiles(run, inspection.signalModule.path, console);
  selection.verify(app, staged, files);
  sayLeftAlone(plan.refusals, app, console);
  if (files.length > 0) sayAffectedTests(affectedTests(staged.inspection), app, console);
  if (options.dryRun) {
    if (!options.json) showDiff(files, console);
    if (files.length > 0) console.say(`Would ${describeFiles(files)}. Nothing was written.`);
  } else if (files.length > 0 && !options.yes && options.plan === undefined) {
    console.say(`Found ${renderLedger(ledgerOf(inspection))}`);
    console.say(`migrate will ${describeFiles(files)}:\n${listFiles(files)}`);
  }
  return { app, inspection, staged, files, leftAlone: plan.refusals, troubles };
}

function close(
  result: AppChanges,
  apps: readonly TargetApp[],
  options: MigrateOptions,
  console: Console,
): void {
  const { app, before, inspection, findings, files } = result;
  if (apps.length > 1) console.result(`\n${app.directory}`);
  const { resultTerminal } = console;
  const refusals = renderRefusals(refusalsOf(inspection), resultTerminal);
  if (refusals !== '') console.result(`${refusals}\n`);
  const withheld = renderRefusals(withheldIn(inspection), resultTerminal, 'not given the session');
  if (withheld !== '') console.result(`${withheld}\n`);
  const ledger = ledgerOf(before, isFixedIn(result));
  console.result(renderLedger(ledger));
  if (ledger.calls === 0) console.result(NO_CALLS);
  const target = { ...options, ...(options.all ? { all: false, app: app.directory } : {}) };
  if (findings.some(({ fixedBy }) => fixedBy === 'init')) {
    const missing =
      inspection.mounts.mounted.length === 0
        ? 'The browser sends no session headers yet'
        : 'Not all is set up yet';
    if (!options.dryRun || files.length === 0)
      console.result(`${missing}. Next: ${commandLine('init', target)}`);
  } else if (
    files.length === 0 &&
    ledger.calls > 0 &&
    ledger.fixable === 0 &&
    inspection.problems.length === 0
  ) {
    console.result('Nothing to do: every call that migrate can change forwards the session.');
  }
}

import { resolve } from 'node:path';
import type { Inclusion } from '../analysis/inclusion.js';
import { type Gated, gate } from '../gate/gate.js';
import { foundIn } from '../inspect/findings.js';
import { type Inspection, inspectProject } from '../inspect/inspect.js';
import type { Report, RunError } from '../report/model.js';
import { Cancelled, isSystemError, UsageError } from '../runner/errors.js';
import { EXIT_FINDINGS, EXIT_OK, EXIT_USAGE, type ExitCode } from '../runner/exit-codes.js';
import { type AppResult, type CoverageWish, type ReportOptions, reportOf } from './app-report.js';
import { type AskedApp, type AskedOptions, askedApps } from './asked-apps.js';
import { type Baseline, readBaseline, updateBaseline } from './baseline.js';
import type { Console } from './console.js';
import { deliver } from './deliver.js';
import { fixFindings } from './fix.js';
import { type NamedOutput, outputsOf } from './outputs.js';
import { hasProblems, sayApp, sayProblems } from './say.js';
import { guardStopped } from './stopped-run.js';

export interface CheckOptions extends AskedOptions {
  readonly json: boolean;
  readonly reporter: readonly NamedOutput[];
  readonly coverage: boolean;
  /** Warnings fail the check too. */
  readonly strict: boolean;
  /** Write what migrate would for the findings that are shown, then say what is left. */
  readonly fix: boolean;
  readonly updateBaseline: boolean;
  /** The baseline may grow. */
  readonly allowNew: boolean;
  readonly only: readonly string[];
  readonly exclude: readonly string[];
  readonly include: readonly Inclusion[];
  readonly cache?: boolean | undefined;
}

/** `signal-next check`: the analysis of `migrate` and `init` without the writing. The report is made however it ends. */
export async function check(options: CheckOptions, console: Console): Promise<ExitCode> {
  refuseContradictions(options);
  const outputs = outputsOf(options, console.env);
  const delivery = { cwd: resolve(options.cwd ?? '.'), coverage: options.coverage };
  const unasked = outputs.service === 'github' ? 'welcome' : 'none';
  const coverage: CoverageWish = options.coverage ? 'asked' : unasked;
  // With files the apps are those that the files are in.
  const all = options.all ?? options.files.length > 0;
  const mode = options.changed === undefined ? 'full' : 'changed';
  const wanted = { ...options, all, mode, coverage } as const;
  const results: AppResult[] = [];
  let report: Report;
  let outcome: Outcome;
  try {
    outcome = await inspectApps(options, console, results);
    report = reportOf(results, wanted);
  } catch (error) {
    if (!(error instanceof Cancelled))
      deliver(failedReport(error, results, wanted), outputs, delivery, console);
    throw error;
  }
  const isDelivered = deliver(report, outputs, delivery, console);
  if (!isDelivered || outcome.defects > 0 || report.apps.some(({ troubles }) => troubles.length > 0))
    return EXIT_USAGE;
  const isFailing = report.apps.some(({ findings }) => findings.some(({ fails }) => fails));
  return isFailing || outcome.refused > 0 ? EXIT_FINDINGS : EXIT_OK;
}

/** What else than findings decides how the run ends. */
interface Outcome {
  /** Findings that the baseline was not to take in. */
  readonly refused: number;
  /** Files that a fix could not write. */
  readonly defects: number;
}

/** Adds what each app has to say to `results`, so that those before one that fails are not lost. */
async function inspectApps(options: CheckOptions, console: Console, results: AppResult[]): Promise<Outcome> {
  const asked = await askedApps(options, console);
  const apps = asked.map(({ app }) => app);
  guardStopped(apps, !options.fix, console);
  let refused = 0;
  let defects = 0;
  for (const one of asked) {
    const { app } = one;
    let baseline = readBaseline(app);
    let { inspection, gated } = await look(one, baseline, options);
    if (hasProblems(inspection)) sayApp(app, apps, console);
    sayProblems(inspection, console);
    if (
      options.fix &&
      gated.findings.some(({ status, fixedBy }) => status === 'new' && fixedBy === 'migrate')
    ) {
      defects += fixFindings(app, gated.spared, options, console);
      ({ inspection, gated } = await look(one, baseline, options));
    }
    if (options.updateBaseline) {
      const unread = new Set(inspection.problems.map(({ path }) => path));
      const update = updateBaseline(app, baseline, gated, { allowNew: options.allowNew, unread }, console);
      refused += update.refused;
      baseline = update.baseline;
      gated = gate(await foundIn(inspection), inspection, { baseline, isAsked: one.isAsked });
    }
    results.push({ app, inspection, findings: gated.findings });
  }
  return { refused, defects };
}

async function look(
  { app, isAsked, files }: AskedApp,
  baseline: Baseline,
  { only, exclude, include, cache, fix }: CheckOptions,
): Promise<{ inspection: Inspection; gated: Gated }> {
  const inspection = inspectProject(app.project, {
    only,
    exclude,
    include,
    distinctId: 'header-first',
    cache,
    // What is not to be fixed is known only where everything is looked at.
    asked: fix ? undefined : files,
  });
  return { inspection, gated: gate(await foundIn(inspection), inspection, { baseline, isAsked }) };
}

/** @throws UsageError where one option takes back what another asks for. */
function refuseContradictions({
  updateBaseline,
  allowNew,
  files,
  changed,
  only,
  exclude,
}: CheckOptions): void {
  if (allowNew && !updateBaseline)
    throw new UsageError('--allow-new lets --update-baseline add findings, and does nothing without it.');
  const isPartial = files.length + only.length + exclude.length > 0 || changed !== undefined;
  if (updateBaseline && isPartial) {
    throw new UsageError(
      '--update-baseline writes down what is found in the whole app, so it takes no files, --changed, --only or --exclude. Leave those out.',
    );
  }
}

/** What was found before `error` ended the run; nothing where the error is in what was found. */
function failedReport(error: unknown, results: readonly AppResult[], options: ReportOptions): Report {
  const errors = [runErrorOf(error)];
  try {
    return reportOf(results, { ...options, coverage: 'none' }, errors);
  } catch {
    return reportOf([], { ...options, coverage: 'none' }, errors);
  }
}

function runErrorOf(error: unknown): RunError {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof UsageError) return { kind: 'usage', message };
  return { kind: isSystemError(error) ? 'system' : 'defect', message };
}

import { resolve } from 'node:path';
import type { Inclusion } from '../analysis/model.js';
import { findingsOf } from '../inspect/findings.js';
import { inspectProject } from '../inspect/inspect.js';
import type { Report, RunError } from '../report/model.js';
import { Cancelled, isSystemError, UsageError } from '../runner/errors.js';
import { EXIT_FINDINGS, EXIT_OK, EXIT_USAGE, type ExitCode } from '../runner/exit-codes.js';
import { type AppResult, asNew, type CoverageWish, type ReportOptions, reportOf } from './app-report.js';
import type { Console } from './console.js';
import { deliver } from './deliver.js';
import { type NamedOutput, outputsOf } from './outputs.js';
import { hasProblems, sayApp, sayProblems } from './say.js';
import { type TargetOptions, targetApps } from './target-apps.js';

export interface CheckOptions extends TargetOptions {
  readonly json: boolean;
  readonly reporter: readonly NamedOutput[];
  readonly coverage: boolean;
  /** Warnings fail the check too. */
  readonly strict: boolean;
  readonly only: readonly string[];
  readonly exclude: readonly string[];
  readonly include: readonly Inclusion[];
}

/** `signal-next check`: the analysis of `migrate` and `init` without the writing. The report is made however it ends. */
export async function check(options: CheckOptions, console: Console): Promise<ExitCode> {
  const outputs = outputsOf(options, console.env);
  const delivery = { cwd: resolve(options.cwd ?? '.'), coverage: options.coverage };
  const unasked = outputs.service === 'github' ? 'welcome' : 'none';
  const coverage: CoverageWish = options.coverage ? 'asked' : unasked;
  const wanted = { ...options, coverage };
  const results: AppResult[] = [];
  let report: Report;
  try {
    await inspectApps(options, console, results);
    report = reportOf(results, wanted);
  } catch (error) {
    if (!(error instanceof Cancelled))
      deliver(failedReport(error, results, wanted), outputs, delivery, console);
    throw error;
  }
  const isDelivered = deliver(report, outputs, delivery, console);
  if (!isDelivered || report.apps.some(({ troubles }) => troubles.length > 0)) return EXIT_USAGE;
  return report.apps.some(({ findings }) => findings.some(({ fails }) => fails)) ? EXIT_FINDINGS : EXIT_OK;
}

/** Adds what each app has to say to `results`, so that those before one that fails are not lost. */
async function inspectApps(options: CheckOptions, console: Console, results: AppResult[]): Promise<void> {
  const { only, exclude, include } = options;
  const apps = await targetApps(options, console);
  for (const app of apps) {
    const inspection = inspectProject(app.project, { only, exclude, include, distinctId: 'header-first' });
    if (hasProblems(inspection)) sayApp(app, apps, console);
    sayProblems(inspection, console);
    results.push({ app, inspection, findings: asNew(await findingsOf(inspection)) });
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

import { gate } from '../gate/gate.js';
import { foundIn } from '../inspect/findings.js';
import type { Report, RunError } from '../report/model.js';
import { isSystemError, UsageError } from '../runner/errors.js';
import { type AppResult, type ReportOptions, reportOf } from './app-report.js';
import { type AskedApp, askedApps } from './asked-apps.js';
import { readBaseline, updateBaseline } from './baseline.js';
import type { CheckOptions } from './check.js';
import type { Console } from './console.js';
import { look } from './look.js';
import { hasProblems, indented, sayApp, sayProblems } from './say.js';
import { guardStopped } from './stopped-run.js';
import { placeOf } from './target-apps.js';

/** What a run came to. */
export interface Checked {
  readonly report: Report;
  /** What ended the run early; the report is then of what was found before. */
  readonly error: { readonly thrown: unknown } | undefined;
  /** Findings that the baseline was not to take in. */
  readonly refused: number;
  /** Files that a fix could not write. */
  readonly defects: number;
  /** Files that a fix has written beside those that were named: a hook stages them not. */
  readonly unnamed: number;
  /** Whether another run would come to the same as long as nothing changes on disk. */
  readonly isWhole: boolean;
}

/** Looks at the apps that the command was pointed at, fixes what it is asked to, and makes the report of it. */
export async function checkApps(
  options: CheckOptions,
  wanted: ReportOptions,
  console: Console,
): Promise<Checked> {
  const results: AppResult[] = [];
  try {
    const outcome = await inspectApps(options, console, results);
    return { report: reportOf(results, wanted), error: undefined, ...outcome };
  } catch (thrown) {
    const report = failedReport(thrown, results, wanted);
    return { report, error: { thrown }, refused: 0, defects: 0, unnamed: 0, isWhole: false };
  }
}

type Outcome = Pick<Checked, 'refused' | 'defects' | 'unnamed' | 'isWhole'>;

/** Adds what each app has to say to `results`, so that those before one that fails are not lost. */
async function inspectApps(options: CheckOptions, console: Console, results: AppResult[]): Promise<Outcome> {
  const asked = await askedApps(options, console);
  const apps = asked.map(({ app }) => app);
  const isStopped = guardStopped(apps, !options.fix, console);
  let refused = 0;
  let defects = 0;
  let unnamed = 0;
  for (const one of asked) {
    const { app } = one;
    let baseline = readBaseline(app);
    let { inspection, gated } = await look(one, baseline, options);
    if (hasProblems(inspection)) sayApp(app, apps, console);
    sayProblems(inspection, { app, takesExclude: true }, console);
    if (
      options.fix &&
      gated.findings.some(({ status, fixedBy }) => status === 'new' && fixedBy === 'migrate')
    ) {
      const { fixFindings } = await import('./other-commands.js');
      const fixed = fixFindings(app, gated.spared, options, console);
      defects += fixed.defects;
      unnamed += sayUnnamed(one, fixed.written, console);
      // What calls a helper that was just changed hangs on a change of this run.
      ({ inspection, gated } = await look(withFiles(one, fixed.written), baseline, options));
    }
    if (options.updateBaseline) {
      const unread = new Set(inspection.problems.map(({ path }) => path));
      const update = updateBaseline(app, baseline, gated, { allowNew: options.allowNew, unread }, console);
      refused += update.refused;
      baseline = update.baseline;
      gated = gate(await foundIn(inspection), inspection, { baseline, isAbout: undefined });
    }
    results.push({ app, inspection, findings: gated.findings });
  }
  const isWhole = !isStopped && results.every(({ inspection }) => inspection.defects.length === 0);
  return { refused, defects, unnamed, isWhole };
}

/** Names the written files that nobody named, which a commit of those that were named would lack. */
function sayUnnamed({ app, isNamed }: AskedApp, written: readonly string[], console: Console): number {
  const unnamed = isNamed ? written.filter((path) => !isNamed(path)) : [];
  if (unnamed.length > 0) {
    const list = unnamed.map((path) => placeOf(app, path)).join('\n');
    console.say(
      `error: the fix has changed files beside those that were asked for, and needs them. Stage all of it, these files too, or take it back with \`npx signal-next undo\`:\n${indented(list)}`,
    );
  }
  return unnamed.length;
}

function withFiles({ isNamed, ...one }: AskedApp, more: readonly string[]): AskedApp {
  return { ...one, isNamed: isNamed && ((path) => isNamed(path) || more.includes(path)) };
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

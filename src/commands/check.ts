import { resolve } from 'node:path';
import type { Inclusion } from '../analysis/inclusion.js';
import type { AppReport } from '../report/model.js';
import { Cancelled, UsageError } from '../runner/errors.js';
import { EXIT_FINDINGS, EXIT_OK, EXIT_USAGE, type ExitCode } from '../runner/exit-codes.js';
import type { CoverageWish, ReportOptions } from './app-report.js';
import type { AskedOptions } from './asked-apps.js';
import { type Checked, checkApps } from './check-apps.js';
import { openCheckCache } from './check-cache.js';
import type { Console } from './console.js';
import { deliver } from './deliver.js';
import { type NamedOutput, outputsOf } from './outputs.js';
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
  const wanted = { ...options, all, about: aboutOf(options), coverage };
  const { report, error, refused, defects, unnamed } = await checked(options, wanted, console);
  if (error) {
    if (!(error.thrown instanceof Cancelled)) deliver(report, outputs, delivery, console);
    throw error.thrown;
  }
  const isDelivered = deliver(report, outputs, delivery, console);
  if (!isDelivered || defects > 0 || report.apps.some(({ troubles }) => troubles.length > 0))
    return EXIT_USAGE;
  const isFailing = report.apps.some(({ findings }) => findings.some(({ fails }) => fails));
  return isFailing || refused + unnamed > 0 ? EXIT_FINDINGS : EXIT_OK;
}

function aboutOf({ changed, files, only, exclude }: CheckOptions): AppReport['about'] {
  if (changed !== undefined) return 'changes';
  return files.length + only.length + exclude.length > 0 ? 'files' : 'everything';
}

/** Looks at the apps only where the last run does not tell. */
async function checked(options: CheckOptions, wanted: ReportOptions, console: Console): Promise<Checked> {
  const cache = isRepeatable(options) ? openCheckCache(options.cwd, wishesOf(options, wanted)) : undefined;
  const known = await cache?.find();
  if (known) {
    guardStopped(known.report.apps, true, console);
    for (const text of known.said) console.say(text);
    return { report: known.report, error: undefined, refused: 0, defects: 0, unnamed: 0, isWhole: true };
  }
  const run = (to: Console): Promise<Checked> => checkApps(options, wanted, to);
  return cache ? cache.keep(run, console) : run(console);
}

/** However it is shown, the report is the same. */
function wishesOf({ json, reporter, ...options }: CheckOptions, wanted: ReportOptions): object {
  return { ...options, all: wanted.all, coverage: wanted.coverage };
}

/** Whether the run changes nothing, and all that it rests on is what is on disk. */
function isRepeatable({ cache, fix, updateBaseline, files, changed }: CheckOptions): boolean {
  return cache === true && !fix && !updateBaseline && files.length === 0 && changed === undefined;
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

import { resolve } from 'node:path';
import type { Inclusion } from '../analysis/inclusion.js';
import { addedLines } from '../inspect/added-lines.js';
import { coverageOf } from '../inspect/coverage.js';
import type { Inspection } from '../inspect/inspect.js';
import { ledgerOf, refusalsOf, withheldIn } from '../inspect/tally.js';
import { isInside, projectPath, realPathOf, repositoryRoot } from '../project/files.js';
import { assertCoverage } from '../report/coverage.js';
import type { Ledger } from '../report/ledger.js';
import type { AppReport, FileTrouble, Report, RunError, StatedFinding } from '../report/model.js';
import { version } from '../version.js';
import { commandLine, type TargetApp, type TargetOptions } from './target-apps.js';

/** What `check` found in one app. */
export interface AppResult {
  readonly app: TargetApp;
  readonly inspection: Inspection;
  readonly findings: readonly StatedFinding[];
  /** What became of the calls, where that is not what the inspection says. */
  readonly ledger?: Ledger;
}

/** `welcome`: for a service that did not ask, so that a defect of ours in it must not fail the check. */
export type CoverageWish = 'none' | 'welcome' | 'asked';

export interface ReportOptions extends TargetOptions {
  readonly include?: readonly Inclusion[];
  /** Warnings fail the check too. */
  readonly strict: boolean;
  readonly coverage: CoverageWish;
  /** Everything, where nothing else is said. */
  readonly about?: AppReport['about'];
}

/** The report of a run, for the reporters. */
export function reportOf(
  results: readonly AppResult[],
  options: ReportOptions,
  errors: readonly RunError[] = [],
): Report {
  const root = rootOf(results, options);
  return {
    tool: { name: 'signal-next', version: version() },
    root,
    mode: options.about === 'changes' ? 'changed' : 'full',
    apps: results.map((result) => appReport(result, root, options)),
    errors,
  };
}

/** The repository's root; without one the folder that the command runs in, where the apps are below it. */
function rootOf(results: readonly AppResult[], { cwd = '.' }: TargetOptions): string {
  const from = realPathOf(resolve(cwd)) ?? resolve(cwd);
  const folders = results.map(({ app }) => app.project.root);
  const [first = from] = folders;
  return (
    repositoryRoot(first) ?? (folders.every((folder) => isInside(from, folder)) ? from : workspaceOf(results))
  );
}

function workspaceOf([first]: readonly AppResult[]): string {
  const { workspaceRoot, root } = first?.app.project ?? {};
  return workspaceRoot ?? root ?? resolve('.');
}

function appReport(result: AppResult, root: string, options: ReportOptions): AppReport {
  const { app, inspection, findings, ledger = ledgerOf(inspection) } = result;
  const added = addedLines(inspection);
  const target = { ...options, ...(options.all ? { all: false, app: app.directory } : {}) };
  return {
    project: app.project,
    directory: app.directory,
    folder: projectPath(root, app.project.root),
    findings: findings.map((finding) => {
      const { lines, elsewhere } = added(finding);
      return {
        ...finding,
        fails: isFailure(finding, options),
        added: lines,
        addedElsewhere: elsewhere,
      };
    }),
    calls: inspection.analyses.flatMap((analysis) =>
      analysis.calls.map(({ path, method, callee, verdict }) => ({
        path,
        ...callee,
        method,
        verdict: verdict.kind,
      })),
    ),
    ledger,
    refusals: refusalsOf(inspection),
    withheld: withheldIn(inspection),
    troubles: troublesOf(inspection),
    filesChecked: inspection.chosen,
    extent: inspection.extent,
    about: options.about ?? 'everything',
    skipped: inspection.skipped,
    coverage: coverageFor(inspection, ledger, options.coverage),
    commands: { init: commandLine('init', target), migrate: commandLine('migrate', target) },
    sources: sourcesOf(result),
  };
}

function coverageFor(inspection: Inspection, ledger: Ledger, wish: CoverageWish): AppReport['coverage'] {
  if (wish === 'none') return undefined;
  try {
    const coverage = coverageOf(inspection);
    assertCoverage(coverage, ledger);
    return coverage;
  } catch (error) {
    if (wish === 'asked') throw error;
    return undefined;
  }
}

/** Whether a finding makes the check fail. */
function isFailure({ severity, status }: StatedFinding, { strict }: ReportOptions): boolean {
  return status === 'new' && (severity === 'error' || (strict && severity === 'warning'));
}

function sourcesOf({ inspection, findings }: AppResult): ReadonlyMap<string, string> {
  const paths = new Set([
    ...findings.flatMap(({ path, labels }) => [path, ...labels.map((label) => label.path)]),
    ...inspection.analyses.filter(({ calls }) => calls.length > 0).map(({ file }) => file.path),
  ]);
  return new Map(
    [...paths].flatMap((path): [string, string][] => {
      const text = inspection.host.text(path);
      return text === undefined ? [] : [[path, text]];
    }),
  );
}

/** The files that could not be looked into. */
export function troublesOf({ problems, defects, host }: Inspection): FileTrouble[] {
  const troubles = problems.map(({ path, message, line, column }): FileTrouble => {
    if (host.text(path) === undefined) return { kind: 'unreadable', path, message };
    return { kind: 'unparsable', path, message, at: { line, column: column + 1 } };
  });
  return [
    ...troubles,
    ...defects.map(({ path, message }): FileTrouble => ({ kind: 'defect', path, message })),
  ];
}

import { ledgerOf, refusalsOf } from '../inspect/findings.js';
import type { Inspection } from '../inspect/inspect.js';
import { toJsonReport } from '../report/json.js';
import type { Finding } from '../rules/finding.js';
import { version } from '../version.js';
import type { Console } from './console.js';
import type { TargetApp } from './target-apps.js';

/** What one app came to, for the JSON report. */
export interface AppResult {
  readonly app: TargetApp;
  readonly inspection: Inspection;
  readonly findings: readonly Finding[];
  /** The files that were written. */
  readonly written: ReadonlySet<string>;
}

/** The JSON report of a run, as text. */
export function reportOf(results: readonly AppResult[]): string {
  const report = toJsonReport(
    version(),
    results.map(({ app, inspection, findings, written }) => ({
      project: app.project,
      directory: app.directory,
      findings,
      ledger: ledgerOf(inspection, written),
      refusals: refusalsOf(inspection),
      troubles: inspection.problems.map(({ path, message, line, column }) => ({
        kind: isUnreadable(inspection, path) ? 'unreadable' : 'unparsable',
        path,
        message,
        at: { line, column: column + 1 },
      })),
      textOf: (path) => inspection.host.text(path) ?? '',
    })),
  );
  return JSON.stringify(report, null, 2);
}

function isUnreadable({ host }: Inspection, path: string): boolean {
  return host.text(path) === undefined;
}

/** Names the files that could not be looked into; returns how many there are. */
export function sayProblems({ problems, skipped, host }: Inspection, console: Console): number {
  for (const { path, why } of skipped) console.say(`note: ${path} was passed over: ${why}`);
  for (const { path, message, line, column } of problems) {
    const place = host.text(path) === undefined ? path : `${path}:${line}:${column + 1}`;
    console.say(`error: ${place}: ${message}`);
  }
  return problems.length;
}

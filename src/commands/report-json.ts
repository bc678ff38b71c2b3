import type { SignalCall } from '../analysis/model.js';
import type { Inspection } from '../inspect/inspect.js';
import type { PlanRefusal } from '../inspect/plan.js';
import { ledgerOf } from '../inspect/tally.js';
import { jsonText, toJsonReport } from '../report/json.js';
import type { ReadyFile } from '../runner/stage.js';
import { type AppResult, type ReportOptions, reportOf } from './app-report.js';
import type { JsonTakenBack } from './say-taken-back.js';

/** What `migrate` did in one app. `inspection` and `findings` are of the files as it left them. */
export interface AppChanges extends AppResult {
  /** The inspection that the changes were made from. */
  readonly before: Inspection;
  /** The same without what was left out; the changes were made from it. */
  readonly chosen: Inspection;
  readonly files: readonly ReadyFile[];
  readonly written: boolean;
  readonly leftAlone: readonly PlanRefusal[];
  readonly takenBack: readonly JsonTakenBack[];
}

/** One file that was, or would be, written. */
export interface JsonChange {
  readonly path: string;
  readonly action: 'create' | 'edit';
  readonly summary: string;
}

/** The report of `migrate --json`: that of `check` for what is left, and what was, or would be, written. */
export function migrateReport(
  results: readonly AppChanges[],
  target: Omit<ReportOptions, 'strict' | 'coverage'>,
): string {
  const json = toJsonReport(
    reportOf(
      results.map((result) => ({ ...result, ledger: ledgerOf(result.before, isFixedIn(result)) })),
      { ...target, strict: false, coverage: 'none' },
    ),
  );
  const projects = json.projects.map((project, index) => {
    const result = results[index];
    return result === undefined ? project : { ...project, ...changesOf(result) };
  });
  return jsonText({ ...json, projects });
}

function changesOf({ files, written, leftAlone, takenBack }: AppChanges): object {
  return { written, changes: files.map(changeOf), leftAlone, takenBack };
}

export function changeOf({ path, before, summary }: ReadyFile): JsonChange {
  return { path, action: before === undefined ? 'create' : 'edit', summary };
}

/** Says of a call that was fixable whether it has been fixed: where it stands, or where it is handed the session. */
export function isFixedIn({ chosen, inspection, files, written }: AppChanges): (call: SignalCall) => boolean {
  const paths = new Set(written ? files.map(({ path }) => path) : []);
  const made = placesOf(chosen, ({ verdict, path }) => verdict.kind === 'fixable' && paths.has(path));
  const handed = placesOf(
    inspection,
    ({ verdict, path }) => written && verdict.kind === 'forwarded' && !paths.has(path),
  );
  return (call) => made.has(placeOf(call)) || handed.has(placeOf(call));
}

function placesOf({ analyses }: Inspection, isMeant: (call: SignalCall) => boolean): ReadonlySet<string> {
  return new Set(analyses.flatMap(({ calls }) => calls.filter(isMeant).map(placeOf)));
}

function placeOf({ path, callee }: SignalCall): string {
  return `${path}:${callee.start}`;
}

import type { Inspection } from '../inspect/inspect.js';
import type { PlanRefusal } from '../inspect/plan.js';
import { ledgerOf, refusalsOf } from '../inspect/tally.js';
import { type FileTrouble, type JsonProjectReport, toJsonReport } from '../report/json.js';
import type { Finding } from '../rules/finding.js';
import type { ReadyFile } from '../runner/stage.js';
import { version } from '../version.js';
import type { JsonTakenBack } from './say-taken-back.js';
import type { TargetApp } from './target-apps.js';

/** What `check` found in one app. */
export interface AppResult {
  readonly app: TargetApp;
  readonly inspection: Inspection;
  readonly findings: readonly Finding[];
}

/** What `migrate` did in one app. `inspection` and `findings` are of the files as it left them. */
export interface AppChanges extends AppResult {
  /** The inspection that the changes were made from. */
  readonly before: Inspection;
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

/** The report of `check --json`, as text; `schemas/check-report.v1.schema.json` describes it. */
export function checkReport(results: readonly AppResult[]): string {
  return textOf(toJsonReport(version(), results.map(resultOf)));
}

/** The report of `migrate --json`: that of `check` for what is left, and what was, or would be, written. */
export function migrateReport(results: readonly AppChanges[]): string {
  const report = toJsonReport(
    version(),
    results.map((result) => ({ ...resultOf(result), ledger: ledgerOf(result.before, writtenIn(result)) })),
  );
  const projects = report.projects.map((project, index) => {
    const result = results[index];
    return result === undefined ? project : { ...project, ...changesOf(result) };
  });
  return textOf({ ...report, projects });
}

function changesOf({ files, written, leftAlone, takenBack }: AppChanges): object {
  return { written, changes: files.map(changeOf), leftAlone, takenBack };
}

export function changeOf({ path, before, summary }: ReadyFile): JsonChange {
  return { path, action: before === undefined ? 'create' : 'edit', summary };
}

export function writtenIn({ files, written }: AppChanges): ReadonlySet<string> {
  return new Set(written ? files.map(({ path }) => path) : []);
}

function resultOf({ app, inspection, findings }: AppResult) {
  return {
    project: app.project,
    directory: app.directory,
    findings,
    ledger: ledgerOf(inspection),
    refusals: refusalsOf(inspection),
    troubles: troublesOf(inspection),
    textOf: (path: string) => inspection.host.text(path) ?? '',
  };
}

type Trouble = JsonProjectReport['problems'][number];

/** The files that could not be read or parsed. */
export function problemsOf(inspection: Inspection): Trouble[] {
  return troublesOf(inspection).map(({ kind, path, message, at }) => ({
    kind,
    path,
    message,
    line: at?.line ?? null,
    column: at?.column ?? null,
  }));
}

function troublesOf({ problems, defects, host }: Inspection): FileTrouble[] {
  const troubles = problems.map(({ path, message, line, column }): FileTrouble => {
    if (host.text(path) === undefined) return { kind: 'unreadable', path, message };
    return { kind: 'unparsable', path, message, at: { line, column: column + 1 } };
  });
  return [
    ...troubles,
    ...defects.map(({ path, message }): FileTrouble => ({ kind: 'defect', path, message })),
  ];
}

export function textOf(report: unknown): string {
  return JSON.stringify(report, null, 2);
}

import type { Project } from '../project/model.js';
import { RULES } from '../rules/catalogue.js';
import type { RuleId, Severity } from '../rules/finding.js';
import type { CoverageEntry } from './coverage.js';
import { inertJson } from './inert.js';
import { assertLedger, type Ledger } from './ledger.js';
import type { AppReport, FileTrouble, FindingStatus, Report, ReportedFinding, RunError } from './model.js';
import { type FileSpan, placer, type TextPlace, textIn } from './places.js';

/** Raised when a reader of version 1 could misread a report; new optional members do not raise it. */
export const REPORT_SCHEMA_VERSION = 1;

export interface JsonFinding extends TextPlace {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly status: FindingStatus;
  readonly message: string;
  /** What is said at the place itself. */
  readonly label: string;
  readonly labels: readonly (TextPlace & { readonly message: string })[];
  readonly fixedBy: 'migrate' | 'init' | null;
  readonly help: string | null;
  readonly fix: {
    readonly command: string;
    readonly lines: readonly {
      readonly path: string;
      readonly line: number;
      readonly text: string;
      readonly replaces: boolean;
    }[];
    readonly furtherFiles: readonly string[];
  } | null;
  readonly fingerprint: string;
  readonly docsUrl: string;
}

export interface JsonReport {
  readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
  readonly tool: Report['tool'];
  readonly root: string;
  readonly mode: Report['mode'];
  /** Errors, warnings and notes are the new ones. */
  readonly summary: {
    readonly errors: number;
    readonly warnings: number;
    readonly notes: number;
    readonly baselined: number;
    readonly suppressed: number;
    readonly filesChecked: number;
    readonly filesSkipped: number;
  };
  readonly projects: readonly JsonProjectReport[];
  readonly errors: readonly RunError[];
}

export interface JsonProjectReport {
  readonly directory: string;
  readonly folder: string;
  readonly name: string;
  readonly facts: {
    readonly next: { readonly version: string; readonly from: Project['next']['from'] };
    readonly routers: { readonly app: string | null; readonly pages: string | null };
    readonly language: Project['language'];
    readonly packageManager: Project['packageManager'];
    readonly sdk: string;
    readonly cacheComponents: boolean | 'unknown';
    readonly output: Project['config']['output'];
  };
  readonly evidence: readonly { readonly fact: string; readonly value: string; readonly because: string }[];
  readonly findings: readonly JsonFinding[];
  /** `total` is the sum of the others. */
  readonly calls: Omit<Ledger, 'calls'> & { readonly total: number };
  readonly refused: readonly {
    readonly path: string;
    readonly line: number;
    readonly reason: string;
    readonly title: string;
    readonly instead: string;
    readonly because: readonly { readonly path: string; readonly line: number }[];
  }[];
  readonly problems: readonly JsonProblem[];
  readonly skipped: AppReport['skipped'];
  readonly coverage?: readonly (Omit<CoverageEntry, 'kind' | 'calls'> & {
    readonly kind: CoverageEntry['kind'] | null;
    readonly calls: readonly (Omit<CoverageEntry['calls'][number], 'helper' | 'own'> & {
      readonly helper: string | null;
    })[];
  })[];
}

export interface JsonProblem {
  readonly kind: FileTrouble['kind'];
  readonly path: string;
  readonly message: string;
  readonly line: number | null;
  readonly column: number | null;
}

/** The report for machines as text; `schemas/check-report.v1.schema.json` describes it. */
export function renderJson(report: Report): string {
  return jsonText(toJsonReport(report));
}

/** A value as the text of a report. */
export function jsonText(value: unknown): string {
  return inertJson(JSON.stringify(value, null, 2));
}

/**
 * The report for machines. Lines and columns count from 1, columns in UTF-16 units, `endColumn` is one past the end.
 * @throws Error when a ledger does not add up.
 */
export function toJsonReport({ tool, root, mode, apps, errors }: Report): JsonReport {
  const findings = apps.flatMap((app) => app.findings);
  const isNew = (severity: Severity) => (finding: ReportedFinding) =>
    finding.status === 'new' && finding.severity === severity;
  const withStatus = (status: FindingStatus) => findings.filter((one) => one.status === status).length;
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    tool,
    root: root.replaceAll('\\', '/'),
    mode,
    summary: {
      errors: findings.filter(isNew('error')).length,
      warnings: findings.filter(isNew('warning')).length,
      notes: findings.filter(isNew('note')).length,
      baselined: withStatus('baselined'),
      suppressed: withStatus('suppressed'),
      filesChecked: apps.reduce((sum, { filesChecked }) => sum + filesChecked, 0),
      filesSkipped: apps.reduce((sum, { skipped }) => sum + skipped.length, 0),
    },
    projects: apps.map(projectReport),
    errors: errors.map(({ kind, message }) => ({ kind, message })),
  };
}

function projectReport(app: AppReport): JsonProjectReport {
  const { project, ledger } = app;
  assertLedger(ledger);
  const placeOf = placer(textIn(app));
  return {
    directory: app.directory,
    folder: app.folder || '.',
    name: project.name,
    facts: {
      next: { version: project.next.text, from: project.next.from },
      routers: { app: project.routers.app ?? null, pages: project.routers.pages ?? null },
      language: project.language,
      packageManager: project.packageManager,
      sdk: project.sdk.name,
      cacheComponents: project.config.cacheComponents,
      output: project.config.output,
    },
    evidence: project.evidence.map(({ fact, value, because }) => ({ fact, value, because })),
    findings: app.findings.map((finding) => findingReport(finding, app, placeOf)),
    calls: callsOf(ledger),
    refused: app.refusals.flatMap(({ reason, title, instead, places }) =>
      places.map(({ path, line, because = [] }) => ({ path, line, reason, title, instead, because })),
    ),
    problems: problemsOf(app.troubles),
    skipped: app.skipped.map(({ path, why }) => ({ path, why })),
    ...(app.coverage === undefined ? {} : { coverage: app.coverage.map(coverageReport) }),
  };
}

function findingReport(
  finding: ReportedFinding,
  { commands }: AppReport,
  placeOf: (at: FileSpan) => TextPlace,
): JsonFinding {
  const { rule, severity, status, message, labelText, labels, fixedBy, help, identity } = finding;
  const { added, addedElsewhere } = finding;
  return {
    rule,
    severity,
    status,
    ...placeOf(finding),
    message,
    label: labelText,
    labels: labels.map((label) => ({ ...placeOf(label), message: label.text })),
    fixedBy: fixedBy ?? null,
    help: help ?? null,
    fix:
      fixedBy === undefined
        ? null
        : {
            command: commands[fixedBy],
            lines: added.map(({ changed: _, ...line }) => line),
            furtherFiles: addedElsewhere,
          },
    fingerprint: identity(),
    docsUrl: RULES[rule].docsUrl,
  };
}

function coverageReport({ kind, calls, ...entry }: CoverageEntry) {
  return {
    ...entry,
    kind: kind ?? null,
    calls: calls.map(({ helper, own: _, ...call }) => ({ ...call, helper: helper ?? null })),
  };
}

/** The files that could not be looked into. */
export function problemsOf(troubles: readonly FileTrouble[]): JsonProblem[] {
  return troubles.map(({ kind, path, message, at }) => ({
    kind,
    path,
    message,
    line: at?.line ?? null,
    column: at?.column ?? null,
  }));
}

function callsOf({
  calls,
  forwarded,
  fixable,
  fixed,
  refused,
  suppressed,
}: Ledger): JsonProjectReport['calls'] {
  return { total: calls, forwarded, fixable, fixed, refused, suppressed };
}

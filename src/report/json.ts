import type { Project } from '../project/model.js';
import type { Finding, RuleId, Severity } from '../rules/finding.js';
import { lineStartsOf, type Position, positionAt } from '../source/positions.js';
import { assertLedger, type Ledger, type Refusal } from './ledger.js';
import type { TextOf } from './pretty.js';

/** Raised when a reader of version 1 could misread a report; new optional members do not raise it. */
export const REPORT_SCHEMA_VERSION = 1;

/** A file the run could not look into. */
export interface FileTrouble {
  /** `defect`: our own analysis failed on it. */
  readonly kind: 'unreadable' | 'unparsable' | 'defect';
  readonly path: string;
  readonly message: string;
  /** Where the parser stopped; line and column from 1. */
  readonly at?: Position;
}

/** What one run found in one Next.js app. */
export interface ProjectResult {
  readonly project: Project;
  /** The app's folder seen from where the command ran, with `/`; `.` when it is that folder. */
  readonly directory: string;
  readonly findings: readonly Finding[];
  readonly ledger: Ledger;
  readonly refusals: readonly Refusal[];
  readonly troubles: readonly FileTrouble[];
  readonly textOf: TextOf;
}

interface JsonPlace {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface JsonFinding extends JsonPlace {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: string;
  /** What is said at the place itself. */
  readonly label: string;
  readonly labels: readonly (JsonPlace & { readonly message: string })[];
  readonly fixedBy: 'migrate' | 'init' | null;
  readonly help: string | null;
}

export interface JsonReport {
  readonly schemaVersion: typeof REPORT_SCHEMA_VERSION;
  readonly tool: { readonly name: 'signal-next'; readonly version: string };
  readonly projects: readonly JsonProjectReport[];
}

export interface JsonProjectReport {
  readonly directory: string;
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
  readonly problems: readonly {
    readonly kind: FileTrouble['kind'];
    readonly path: string;
    readonly message: string;
    readonly line: number | null;
    readonly column: number | null;
  }[];
}

/**
 * The report for machines; `schemas/check-report.v1.schema.json` describes it. Lines and columns count from 1,
 * columns in UTF-16 units, `endColumn` is one past the end.
 * @throws Error when a ledger does not add up.
 */
export function toJsonReport(toolVersion: string, results: readonly ProjectResult[]): JsonReport {
  return {
    schemaVersion: REPORT_SCHEMA_VERSION,
    tool: { name: 'signal-next', version: toolVersion },
    projects: results.map(projectReport),
  };
}

function projectReport(result: ProjectResult): JsonProjectReport {
  const { project, ledger } = result;
  assertLedger(ledger);
  const placeOf = placer(result.textOf);
  return {
    directory: result.directory,
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
    findings: result.findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      ...placeOf(finding),
      message: finding.message,
      label: finding.labelText,
      labels: finding.labels.map((label) => ({ ...placeOf(label), message: label.text })),
      fixedBy: finding.fixedBy ?? null,
      help: finding.help ?? null,
    })),
    calls: callsOf(ledger),
    refused: result.refusals.flatMap(({ reason, title, instead, places }) =>
      places.map(({ path, line, because = [] }) => ({ path, line, reason, title, instead, because })),
    ),
    problems: result.troubles.map(({ kind, path, message, at }) => ({
      kind,
      path,
      message,
      line: at?.line ?? null,
      column: at?.column ?? null,
    })),
  };
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

function placer(textOf: TextOf): (at: { path: string; start: number; end: number }) => JsonPlace {
  const startsByPath = new Map<string, { text: string; starts: number[] }>();
  return ({ path, start, end }) => {
    let known = startsByPath.get(path);
    if (known === undefined) {
      const text = textOf(path);
      known = { text, starts: lineStartsOf(text) };
      startsByPath.set(path, known);
    }
    const from = positionAt(known.text, start, known.starts);
    const to = positionAt(known.text, end, known.starts);
    return { path, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  };
}

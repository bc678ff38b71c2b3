import {
  readSuppressions,
  type Suppression,
  type Suppressions,
  suppressionOf,
} from '../analysis/suppressions.js';
import type { Finding } from '../rules/finding.js';
import { idleSuppression } from '../rules/idle-suppression.js';
import { lineStartsOf, positionAt } from '../source/positions.js';
import { encloses } from '../source/span.js';
import type { Inspection } from './inspect.js';

/** A finding, and the comment that asks for it to be left alone. */
export interface Found {
  readonly finding: Finding;
  readonly suppressedBy: Suppression | undefined;
}

/** What is said of suppressions themselves is suppressed only where its rule is named. */
const ABOUT_SUPPRESSIONS: readonly string[] = [
  'unreasoned-suppression',
  'unused-suppression',
  'unknown-rule-in-suppression',
];

/** Matches findings with the suppressions of their files, and adds the suppressions that suppress nothing. */
export function suppressFindings(findings: readonly Finding[], inspection: Inspection): Found[] {
  const lookup = new SuppressionLookup(inspection);
  const used = new Set<Suppression>();
  const match = (finding: Finding): Found => {
    const suppressedBy = lookup.suppressionOf(finding);
    if (suppressedBy) used.add(suppressedBy);
    return { finding, suppressedBy };
  };
  const found = findings.map(match);
  // Of a part of the files it cannot be said what their suppressions would suppress.
  if (inspection.isPartial) return found;
  const idle = inspection.analyses.flatMap(({ file, suppressions }) =>
    suppressions.all.filter((one) => !used.has(one)).map((one) => ({ path: file.path, one })),
  );
  const isAboutThose = ({ one }: (typeof idle)[number]): boolean =>
    one.rule !== undefined && ABOUT_SUPPRESSIONS.includes(one.rule);
  const said = [...idle.filter((one) => !isAboutThose(one)), ...idle.filter(isAboutThose)];
  return [
    ...found,
    ...said.flatMap(({ path, one }) => (used.has(one) ? [] : [match(idleSuppression(path, one))])),
  ];
}

/** Whether a comment or the configuration asks for a finding to be left alone. */
export function isUnwanted(finding: Finding, inspection: Inspection): boolean {
  return unwantedIn(inspection)(finding);
}

/** As `isUnwanted`, for many findings of one inspection. */
export function unwantedIn(inspection: Inspection): (finding: Finding) => boolean {
  const lookup = new SuppressionLookup(inspection);
  const { rules } = inspection.project.settings;
  return (finding) => rules[finding.rule] === 'off' || lookup.suppressionOf(finding) !== undefined;
}

class SuppressionLookup {
  readonly #inspection: Inspection;
  readonly #starts = new Map<string, readonly number[]>();
  readonly #read = new Map<string, Suppressions>();

  constructor(inspection: Inspection) {
    this.#inspection = inspection;
    for (const { file, suppressions } of inspection.analyses) this.#read.set(file.path, suppressions);
  }

  suppressionOf(finding: Finding): Suppression | undefined {
    const { path, rule } = finding;
    const suppressions = this.#of(path);
    if (suppressions === undefined || suppressions.all.length === 0) return undefined;
    const known = ABOUT_SUPPRESSIONS.includes(rule)
      ? { ...suppressions, all: suppressions.all.filter((one) => one.rule === rule) }
      : suppressions;
    return suppressionOf(known, rule, this.#linesOf(finding));
  }

  #of(path: string): Suppressions | undefined {
    if (!this.#read.has(path)) {
      const { host } = this.#inspection;
      const file =
        /\.[cm]?[jt]sx?$/.test(path) && host.text(path) !== undefined ? host.load(path) : undefined;
      this.#read.set(path, file ? readSuppressions(file) : { all: [], broken: [] });
    }
    return this.#read.get(path);
  }

  /** The line of the finding, and the one on which the Signal call begins that it is in. */
  #linesOf({ path, start, end }: Finding): number[] {
    const { host, analyses } = this.#inspection;
    const text = host.text(path) ?? '';
    const starts = this.#starts.get(path) ?? lineStartsOf(text);
    this.#starts.set(path, starts);
    const calls = analyses.flatMap(({ file, calls }) => (file.path === path ? calls : []));
    const around = calls.filter(({ span }) => encloses(span, { start, end }));
    return [start, ...around.map(({ span }) => span.start)].map(
      (offset) => positionAt(text, offset, starts).line,
    );
  }
}

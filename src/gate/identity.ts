import type { Finding } from '../rules/finding.js';
import type { CodeAt } from '../source/code-at.js';
import { hashOf } from '../source/hash.js';
import type { Span } from '../source/span.js';

/**
 * What stays the same of a finding while code around it moves: no line number is in it. Two findings of one app have
 * the same identity never, because equal ones are counted.
 */
export interface Identity {
  readonly path: string;
  readonly rule: string;
  /** The functions around it, the outermost first: `POST > after()`; empty at the top of a module. */
  readonly in: string;
  /** How the code begins, for people. */
  readonly code: string;
  /** Of the rule, the functions and the normalised code: the same in whichever file. */
  readonly hash: string;
  /** Which of the findings in this file that have the same hash it is, in the order of the text; from 1. */
  readonly nth: number;
}

/** Where the findings are: their files, and the Signal calls in them. */
export interface IdentitySources {
  /** Undefined for a file that is no source file, or does not parse. */
  codeAt(path: string, span: Span): CodeAt | undefined;
  text(path: string): string | undefined;
  /** The spans of the Signal calls of a file. */
  callsOf(path: string): readonly Span[];
}

const CODE_LENGTH = 80;

/** The identities of findings, one for each, in their order. */
export function identitiesOf(findings: readonly Finding[], sources: IdentitySources): Identity[] {
  const bare = findings.map((finding) => ({ finding, ...bareIdentity(finding, sources) }));
  const inOrder = [...bare].sort((a, b) => a.finding.start - b.finding.start);
  const counts = new Map<string, number>();
  const nths = new Map<Finding, number>();
  for (const { finding, hash } of inOrder) {
    const key = `${finding.path}\0${hash}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
    nths.set(finding, counts.get(key) ?? 1);
  }
  return bare.map(({ finding, ...rest }) => ({ ...rest, nth: nths.get(finding) ?? 1 }));
}

/** One text for an identity, the same in every run. */
export function identityOf({ path, hash, nth }: Pick<Identity, 'path' | 'hash' | 'nth'>): string {
  return digest([path, hash, String(nth)], 32);
}

function bareIdentity(finding: Finding, sources: IdentitySources): Omit<Identity, 'nth'> {
  const { path, rule } = finding;
  const text = sources.text(path);
  const call = sources
    .callsOf(path)
    .filter(({ start, end }) => start <= finding.start && finding.end <= end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  const span = call ?? finding;
  const isSource = text !== undefined && /\.[cm]?[jt]sx?$/.test(path);
  const code = isSource && finding.end > 0 ? sources.codeAt(path, span) : undefined;
  const { functions, subject } = code ?? { functions: '', subject: undefined };
  const shown = subject ?? span;
  const written = (text ?? '').slice(shown.start, shown.end).replace(/\s+/g, ' ').trim();
  return {
    path,
    rule,
    in: functions,
    code: written.length > CODE_LENGTH ? `${written.slice(0, CODE_LENGTH - 1)}…` : written,
    hash: digest([rule, functions, subject?.form ?? written], 16),
  };
}

function digest(parts: readonly string[], length: number): string {
  return hashOf(parts.join('\0')).slice(0, length);
}

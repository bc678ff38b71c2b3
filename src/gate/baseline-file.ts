import { isObject, parseJson } from '../project/read-json.js';
import { UsageError } from '../runner/errors.js';
import { byCodeUnit } from '../source/order.js';
import type { BaselineEntry } from './baseline.js';
import type { Identity } from './identity.js';

const VERSION = 1;
const SCHEMA = './node_modules/signal-next/schemas/baseline.v1.schema.json';

/**
 * The text of a baseline: sorted, one line for each entry, so that two branches that change it seldom conflict.
 * `schemas/baseline.v1.schema.json` describes it.
 */
export function baselineText(identities: readonly Identity[]): string {
  const lines = identities
    .map(({ path, rule, in: functions, code, hash, nth }) => ({ path, rule, in: functions, code, hash, nth }))
    .sort(
      (a, b) =>
        byCodeUnit(a.path, b.path) ||
        byCodeUnit(a.rule, b.rule) ||
        byCodeUnit(a.in, b.in) ||
        byCodeUnit(a.hash, b.hash) ||
        a.nth - b.nth,
    )
    .map((entry) => `    ${JSON.stringify(entry)}`);
  const findings = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "$schema": ${JSON.stringify(SCHEMA)},\n  "version": ${VERSION},\n  "findings": ${findings}\n}\n`;
}

/**
 * Reads a baseline. Commas between entries may be missing or doubled, as they are where the lines of both sides of a
 * merge were kept.
 * @throws UsageError that names the line, when it is none.
 */
export function parseBaseline(text: string, name: string): BaselineEntry[] {
  const fail = (line: number, what: string): never => {
    throw new UsageError(
      `${name}:${line} ${what}. Correct that line, or delete the file and make it anew with \`npx signal-next check --update-baseline\`, which accepts whatever is found then.`,
    );
  };
  const conflict = /^(?:<{7}|\|{7}|={7}|>{7})(?: |$)/m.exec(text);
  if (conflict) {
    throw new UsageError(
      `${name}:${lineOf(text, conflict.index)} holds a merge conflict. Take out the lines that git has added (<<<<<<<, =======, >>>>>>>) and keep those of both sides, then run \`npx signal-next check --update-baseline\`, which puts commas right and drops what is not needed any more.`,
    );
  }
  const parsed = parseJson(mended(text));
  if (parsed.kind === 'invalid') return fail(parsed.line, `is not valid JSON (${parsed.why})`);
  const { value } = parsed;
  if (!isObject(value) || !Array.isArray(value.findings)) {
    throw new UsageError(
      `${name}:1 is not a baseline, which is an object with the list "findings". Correct it if it was one; else name another file as "baseline" in the configuration, because this one would be written over.`,
    );
  }
  if (value.version !== VERSION) {
    return fail(
      lineOf(text, Math.max(0, text.indexOf('"version"'))),
      `gives the version ${JSON.stringify(value.version)}, and this signal-next reads version ${VERSION}`,
    );
  }
  let from = Math.max(0, text.indexOf('"findings"'));
  return value.findings.map((one: unknown, index) => {
    const entry = entryOf(one);
    // Entries stand in the order of the text, and each is where its hash is.
    const found = entry ? text.indexOf(JSON.stringify(entry.hash), from) : -1;
    if (entry === undefined)
      return fail(lineOf(text, from), `holds an entry that cannot be read: findings[${index}]`);
    if (found >= 0) from = found + entry.hash.length;
    return { ...entry, at: found < 0 ? undefined : lineSpan(text, found) };
  });
}

function entryOf(value: unknown): Identity | undefined {
  if (!isObject(value)) return undefined;
  const { path, rule, in: functions = '', code = '', hash, nth = 1 } = value;
  const isRead =
    typeof path === 'string' &&
    typeof rule === 'string' &&
    typeof hash === 'string' &&
    typeof functions === 'string' &&
    typeof code === 'string' &&
    typeof nth === 'number';
  return isRead ? { path, rule, in: functions, code, hash, nth } : undefined;
}

/** With one comma between entries, each of which has a line, and none behind the last; no line comes or goes. */
function mended(text: string): string {
  const lines = text.split('\n');
  // One side may have emptied the list to which the other has added.
  const hasList = lines.some((line) => /^\s*"findings": \[\s*$/.test(line));
  let next = '';
  const fromLast = lines.toReversed().map((line) => {
    if (/^[\s,]*$/.test(line) || (hasList && /^\s*"findings": \[\],?\s*$/.test(line))) return '';
    const behind = next;
    next = line;
    if (!isEntry(line)) return line;
    if (isEntry(behind)) return `${withoutComma(line)},`;
    return /^\s*\]/.test(behind) ? withoutComma(line) : line;
  });
  return fromLast.reverse().join('\n');
}

function isEntry(line: string): boolean {
  return /^\s*\{.*\}[\s,]*$/.test(line);
}

function withoutComma(line: string): string {
  return line.replace(/[\s,]*$/, '');
}

/** The line that an offset is on, without its indent and its comma. */
function lineSpan(text: string, offset: number): { start: number; end: number } {
  const start = text.lastIndexOf('\n', offset) + 1;
  const next = text.indexOf('\n', offset);
  const line = text.slice(start, next < 0 ? text.length : next);
  return { start: start + line.search(/\S/), end: start + withoutComma(line).length };
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

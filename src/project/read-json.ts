import { join } from 'node:path';
import { parseSource } from '../source/parse.js';
import { readSourceText, type Unreadable } from './read-source.js';

export type JsonObject = Readonly<Record<string, unknown>>;

export type JsonResult =
  | { readonly kind: 'read'; readonly value: JsonObject }
  | { readonly kind: 'missing' }
  | { readonly kind: 'invalid'; readonly message: string; readonly next: string };

/**
 * Reads the JSON object in `folder`/`name`. A BOM is accepted; comments are not.
 * @param restore how a file that holds something else is made anew.
 */
export function readJsonObject(folder: string, name: string, restore: string): JsonResult {
  const source = readSourceText(folder, name);
  const where = join(folder, name);
  if (source.kind === 'unreadable') {
    if (source.reason === 'missing') return { kind: 'missing' };
    return { kind: 'invalid', message: `${where} ${source.message}`, next: toBeRead(source, name, restore) };
  }
  const parsed = parseJson(source.text);
  if (parsed.kind === 'invalid') {
    const { line, why } = parsed;
    return {
      kind: 'invalid',
      message: `${where} is not valid JSON: line ${line}: ${why}`,
      next: `Correct line ${line} of ${name}, then run this again.`,
    };
  }
  const { value } = parsed;
  if (!isObject(value)) {
    return {
      kind: 'invalid',
      message: `${where} holds ${value === null ? 'null' : Array.isArray(value) ? 'an array' : `a ${typeof value}`}, not an object: line 1`,
      next: `Restore ${name} (${restore}), then run this again.`,
    };
  }
  return { kind: 'read', value };
}

/** What to do about a file that cannot be left out as a source can. */
function toBeRead({ reason, next }: Unreadable, name: string, restore: string): string {
  switch (reason) {
    case 'missing':
    case 'utf16':
      return next;
    case 'directory':
      return `Rename the directory ${name}, then run this again.`;
    case 'permission':
      return `Give yourself read access (chmod u+r ${name}), then run this again.`;
    case 'not-utf8':
      return `Save ${name} as UTF-8, then run this again.`;
    case 'too-large':
    case 'special-file':
    case 'failed':
      return `Restore ${name} (${restore}), then run this again.`;
  }
}

/** A JSON text as a value, or the line at which it is none and why. A BOM is accepted; comments are not. */
export function parseJson(
  text: string,
):
  | { readonly kind: 'read'; readonly value: unknown }
  | { readonly kind: 'invalid'; readonly line: number; readonly why: string } {
  const json = text.replace(/^\uFEFF/, '');
  try {
    return { kind: 'read', value: JSON.parse(json) };
  } catch (error) {
    return { kind: 'invalid', ...describeJsonError(json, error) };
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describeJsonError(text: string, error: unknown): { line: number; why: string } {
  const sentence = error instanceof Error ? error.message : String(error);
  // Node quotes the text around, which may have line ends.
  const why = sentence
    .replace(/ in JSON at position.*$/s, '')
    .replace(/, (?:\.{3})?".*"(?:\.{3})? is not valid JSON$/s, '')
    .replace(/\p{Cc}/gu, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
  const position = /at position (\d+)/.exec(sentence)?.[1];
  const offset = position === undefined ? firstForeignOffset(text) : Number(position);
  if (offset !== undefined) return { line: text.slice(0, offset).split('\n').length, why };
  // The tokens are JSON's but their order is not; as an expression the same text breaks at the same place.
  const parsed = parseSource('package.json.js', `(${text}\n)`);
  const lastLine = text.trimEnd().split('\n').length;
  return { line: parsed.kind === 'unparsable' ? Math.min(parsed.problem.line, lastLine) : lastLine, why };
}

/**
 * Where the first thing stands that is no JSON token, or an end or a comma that another comma leads to; some of V8's
 * JSON errors carry no position.
 */
function firstForeignOffset(text: string): number | undefined {
  const token = /\s*("(?:[^"\\\n]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\],:]|$)/y;
  let before = '';
  while (token.lastIndex < text.length) {
    const from = token.lastIndex;
    const found = token.exec(text)?.[1];
    if (found === undefined) return from + text.slice(from).search(/\S/);
    if (before === ',' && /^[\]},]/.test(found)) return token.lastIndex - found.length;
    before = found;
  }
  return undefined;
}

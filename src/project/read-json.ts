import { join } from 'node:path';
import { parseSource } from '../source/parse.js';
import { readSourceText } from './read-source.js';

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
    return { kind: 'invalid', message: `${where}: ${source.message}`, next: source.next };
  }
  const text = source.text.replace(/^\uFEFF/, '');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const { line, why } = describeJsonError(text, error);
    return {
      kind: 'invalid',
      message: `${where} is not valid JSON: line ${line}: ${why}`,
      next: `Correct line ${line} of ${name}, then run this again.`,
    };
  }
  if (!isObject(value)) {
    return {
      kind: 'invalid',
      message: `${where} holds ${Array.isArray(value) ? 'an array' : `a ${typeof value}`}, not an object: line 1`,
      next: `Restore ${name} (${restore}), then run this again.`,
    };
  }
  return { kind: 'read', value };
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function describeJsonError(text: string, error: unknown): { line: number; why: string } {
  const sentence = error instanceof Error ? error.message : String(error);
  const why = sentence.replace(/ in JSON at position.*$/s, '').replace(/, ".*" is not valid JSON$/s, '');
  const position = /at position (\d+)/.exec(sentence)?.[1];
  const offset = position === undefined ? firstForeignOffset(text) : Number(position);
  if (offset !== undefined) return { line: text.slice(0, offset).split('\n').length, why };
  // The tokens are JSON's but their order is not; as an expression the same text breaks at the same place.
  const parsed = parseSource('package.json.js', `(${text}\n)`);
  const lastLine = text.trimEnd().split('\n').length;
  return { line: parsed.kind === 'unparsable' ? Math.min(parsed.problem.line, lastLine) : lastLine, why };
}

/** Where the first thing stands that is no JSON token; some of V8's JSON errors carry no position. */
function firstForeignOffset(text: string): number | undefined {
  const token = /\s+|"(?:[^"\\\n]|\\.)*"|-?\d[\d.eE+-]*|true|false|null|[{}[\],:]/y;
  while (token.lastIndex < text.length) {
    const offset = token.lastIndex;
    if (!token.test(text)) return offset;
  }
  return undefined;
}

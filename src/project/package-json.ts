import { join } from 'node:path';
import { parseSource } from '../source/parse.js';
import { readSourceText } from './read-source.js';

/** The parts of a package.json that decide anything here; parts of the wrong type are taken as absent. */
export interface PackageJson {
  readonly name: string | undefined;
  readonly type: 'module' | 'commonjs';
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
  readonly packageManager: string | undefined;
  /** `workspaces` as globs, from either of its forms; undefined when there is none. */
  readonly workspaces: readonly string[] | undefined;
  readonly raw: JsonObject;
}

export type JsonObject = Readonly<Record<string, unknown>>;

export type PackageJsonResult =
  | { readonly kind: 'read'; readonly packageJson: PackageJson }
  | { readonly kind: 'missing' }
  | { readonly kind: 'invalid'; readonly message: string; readonly next: string };

/** Reads `folder`/package.json. A BOM is accepted, as package managers do; comments are not. */
export function readPackageJson(folder: string): PackageJsonResult {
  const source = readSourceText(folder, 'package.json');
  const where = join(folder, 'package.json');
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
      next: `Correct line ${line} of package.json, then run this again.`,
    };
  }
  if (!isObject(value)) {
    return {
      kind: 'invalid',
      message: `${where} holds ${Array.isArray(value) ? 'an array' : `a ${typeof value}`}, not an object: line 1`,
      next: 'Restore package.json (`npm init -y` writes a minimal one), then run this again.',
    };
  }
  return { kind: 'read', packageJson: packageJsonOf(value) };
}

/** What `packageJson` declares for `name`, and in which field. */
export function declaredRange(
  packageJson: PackageJson,
  name: string,
): { readonly field: string; readonly range: string } | undefined {
  for (const field of ['dependencies', 'devDependencies', 'peerDependencies'] as const) {
    const range = packageJson[field][name];
    if (range !== undefined) return { field, range };
  }
  return undefined;
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entries of `value` whose values are strings; empty for anything but an object. */
export function stringRecord(value: unknown): Record<string, string> {
  if (!isObject(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** The strings of an array; undefined for anything else. */
export function stringArray(value: unknown): string[] | undefined {
  return Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : undefined;
}

function packageJsonOf(raw: JsonObject): PackageJson {
  const { workspaces } = raw;
  return {
    name: typeof raw.name === 'string' && raw.name !== '' ? raw.name : undefined,
    type: raw.type === 'module' ? 'module' : 'commonjs',
    dependencies: stringRecord(raw.dependencies),
    devDependencies: stringRecord(raw.devDependencies),
    peerDependencies: stringRecord(raw.peerDependencies),
    packageManager: typeof raw.packageManager === 'string' ? raw.packageManager : undefined,
    workspaces: stringArray(isObject(workspaces) ? workspaces.packages : workspaces),
    raw,
  };
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

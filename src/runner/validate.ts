import type { Node } from '@babel/types';
import { applyEdits, type Edit, invertEdits } from '../source/edit.js';
import { lineStartAt } from '../source/lines.js';
import { offsetMap } from '../source/offsets.js';
import { type ParseResult, parseSource, type SourceFile } from '../source/parse.js';
import { positionAt } from '../source/positions.js';
import { traverse } from '../source/traverse.js';
import { checkNames, type NameCheck } from './names.js';

const SOURCE_EXTENSION = /\.[cm]?[jt]sx?$/i;

/** Names an output may use without declaring them: the platform's values, and the types TypeScript's own libraries declare. */
const AMBIENT_NAMES: ReadonlySet<string> = new Set([
  ...Object.getOwnPropertyNames(globalThis),
  ...['arguments', 'document', 'exports', 'module', 'require', 'window', '__dirname', '__filename'],
  ...[
    'Awaited',
    'Exclude',
    'Extract',
    'InstanceType',
    'NonNullable',
    'Omit',
    'Parameters',
    'Partial',
    'Pick',
  ],
  ...[
    'PromiseLike',
    'Readonly',
    'ReadonlyArray',
    'ReadonlyMap',
    'ReadonlySet',
    'Record',
    'Required',
    'ReturnType',
  ],
  ...[
    'ArrayLike',
    'AsyncIterable',
    'HeadersInit',
    'Iterable',
    'RequestInit',
    'ResponseInit',
    'JSX',
    'NodeJS',
  ],
]);

/**
 * The problems of one output, each a clause that can follow the file's name; empty when it may be written.
 * Compares with the input, so whatever was wrong there before is not held against us. `before` is undefined for a
 * created file. Files that are not JavaScript or TypeScript are only checked for being undoable.
 * @param parse what else parses, e.g. one that knows what was parsed already.
 */
export function validateOutput(
  path: string,
  before: string | undefined,
  after: string,
  edits: readonly Edit[],
  parse: (path: string, text: string) => ParseResult = parseSource,
): string[] {
  const problems: string[] = [];
  if (before !== undefined && applyEdits(after, invertEdits(before, edits)) !== before) {
    problems.push('undoing our edits would not give the original back');
  }
  if (!SOURCE_EXTENSION.test(path)) return problems;

  const output = parse(path, after);
  if (output.kind === 'unparsable') {
    const { message, line, column } = output.problem;
    return [...problems, `the result would not parse: ${message} (line ${line}, column ${column + 1})`];
  }
  const input = before === undefined ? undefined : parse(path, before);
  const inputFile = input?.kind === 'parsed' ? input.file : undefined;
  return [
    ...problems,
    ...nameProblems(inputFile, output.file, edits),
    ...directiveProblems(inputFile, output.file),
  ];
}

function nameProblems(input: SourceFile | undefined, output: SourceFile, edits: readonly Edit[]): string[] {
  const isAsked = input === undefined ? undefined : namesTouched(input.text, output.text, edits);
  const had = input === undefined ? undefined : checkNames(input, isAsked);
  const has = checkNames(output, isAsked);
  const unresolved = [...has.unresolved].filter(
    (name) => had?.unresolved.has(name) !== true && !AMBIENT_NAMES.has(name),
  );
  const duplicates = [...has.duplicates].filter((name) => had?.duplicates.has(name) !== true);
  return [
    ...unresolved.map((name) => `the result would use \`${name}\`, which it does not declare`),
    ...duplicates.map((name) => `the result would declare \`${name}\` twice`),
    ...(input === undefined || had === undefined ? [] : captureProblems(input, { had, has }, edits)),
  ];
}

const NAME = /[\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*/gu;

/**
 * Whether a name is written, removed or cut by an edit, or stands in a line with one: no other can stand for something
 * else afterwards. All are asked for where the edits open a scope around what is there.
 */
function namesTouched(before: string, after: string, edits: readonly Edit[]): (name: string) => boolean {
  const written = edits.map(({ text }) => text).join('\n');
  const lines = edits.map(({ start, end }) => linesAt(before, start, end)).join('\n');
  // A name may be written with escapes.
  if (written.includes('\\') || lines.includes('\\')) return () => true;
  if (edits.some(({ start, end, text }) => opensScope(text) || opensScope(before.slice(start, end))))
    return () => true;
  const names = new Set(`${written}\n${lines}`.match(NAME));
  const more = new Map<string, number>();
  const count = (text: string, one: number): void => {
    for (const name of text.match(NAME) ?? []) more.set(name, (more.get(name) ?? 0) + one);
  };
  count(after, 1);
  count(before, -1);
  return (name) => names.has(name) || more.get(name) !== 0;
}

function linesAt(text: string, start: number, end: number): string {
  const after = text.indexOf('\n', end);
  return text.slice(lineStartAt(text, start), after === -1 ? text.length : after);
}

function opensScope(text: string): boolean {
  return text.split('{').length !== text.split('}').length;
}

/** Names outside of our edits that would stand for another declaration than before: captured or shadowed by ours. */
function captureProblems(
  input: SourceFile,
  { had, has }: { readonly had: NameCheck; readonly has: NameCheck },
  edits: readonly Edit[],
): string[] {
  const moved = offsetMap(edits);
  const captured = new Map<string, string>();
  for (const [offset, { name, declaredAt }] of had.references) {
    if (declaredAt === undefined) continue;
    const at = moved(offset);
    const expected = moved(declaredAt);
    if (at === undefined || expected === undefined) continue;
    const now = has.references.get(at);
    if (now?.name !== name || now.declaredAt === expected) continue;
    const { line } = positionAt(input.text, offset);
    captured.set(name, `the result would change what \`${name}\` stands for (line ${line} of the original)`);
  }
  return [...captured.values()];
}

function directiveProblems(input: SourceFile | undefined, output: SourceFile): string[] {
  if (input === undefined) return [];
  const had = directivesOf(input);
  const has = directivesOf(output);
  if (had.length === has.length && had.every((text, index) => text === has[index])) return [];
  const list = (texts: readonly string[]) => (texts.length === 0 ? 'none' : texts.join(' '));
  return [`the result would change its directives from ${list(had)} to ${list(has)}`];
}

/** The directives of the program and of every function in it, as written, in the order of the text. */
function directivesOf(file: SourceFile): string[] {
  const directives: Node[] = [];
  traverse.cheap(file.ast, (node) => {
    if (node.type === 'Directive') directives.push(node);
  });
  return directives
    .sort((a, b) => (a.start ?? 0) - (b.start ?? 0))
    .map((node) => file.text.slice(node.start ?? 0, node.end ?? 0));
}

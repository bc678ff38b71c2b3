import type * as t from '@babel/types';
import { commentsBetween } from './comments.js';
import type { Edit } from './edit.js';
import { byNameIn, bySourceIn } from './import-order.js';
import { type ListedImport, type Place, placeFor, rankOf } from './import-place.js';
import { lineStartAt, widthOfLine } from './lines.js';
import { once } from './once.js';
import type { SourceFile } from './parse.js';
import { isProjectSpecifier } from './specifiers.js';
import { detectStyle, type FileStyle } from './style.js';
import { goesOn, skipTrivia, trailingCommentEnd, visibleEnd } from './trivia.js';

/** One name to import. */
export interface ImportedName {
  readonly imported: string;
  /** What the file calls it. */
  readonly local: string;
  readonly isType?: boolean;
}

/** A named import of our own that a file does not have yet. */
export interface NewImport extends ImportedName {
  readonly from: string;
}

/** An import statement of our own, without a semicolon. */
export interface NewStatement {
  readonly from: string;
  readonly text: string;
}

/** An `import` or `require` of a file, as a neighbour of new ones. */
export interface PlacedImport extends ListedImport {
  readonly statement: t.Statement;
}

type IsProjectFile = (specifier: string) => boolean;

/**
 * Adds an `import` (or `require`, in CommonJS) to those of the file. In a file without any it becomes the first
 * statement: below directives and the comments that speak for the whole file, above a comment that belongs to what
 * follows.
 */
export function addImport(
  file: SourceFile,
  wanted: NewImport,
  format: 'esm' | 'cjs',
  isProjectFile: IsProjectFile = isProjectSpecifier,
): Edit[] {
  const style = detectStyle(file);
  const text = importStatement([wanted], wanted.from, format, style);
  return addStatements(file, importsIn(file, format), [{ from: wanted.from, text }], {
    format,
    style,
    isProjectFile,
  });
}

/** Puts import statements where each belongs among `listed`; what goes to one place begins with the packages. */
export function addStatements(
  file: SourceFile,
  listed: readonly PlacedImport[],
  wanted: readonly NewStatement[],
  {
    format,
    style,
    isProjectFile = isProjectSpecifier,
  }: { format: 'esm' | 'cjs'; style: FileStyle; isProjectFile?: IsProjectFile | undefined },
): Edit[] {
  const places = new Map<string, { place: Place<PlacedImport>; texts: string[]; ranks: number[] }>();
  const rank = (specifier: string): number => rankOf(specifier, isProjectFile);
  const ranked = wanted.map((one) => ({ ...one, rank: rank(one.from) }));
  const { importOrder } = style;
  const compare = importOrder && bySourceIn(importOrder);
  const sorted = ranked.toSorted((a, b) => (compare ? compare(a.from, b.from) : a.rank - b.rank));
  for (const { from, text, rank: own } of sorted) {
    const place = placeFor(from, listed, isProjectFile, importOrder);
    const key = `${place.kind} ${place.at?.statement.start}`;
    const known = places.get(key);
    if (known) {
      known.texts.push(text);
      known.ranks.push(own);
    } else places.set(key, { place, texts: [text], ranks: [own] });
  }
  const isInGroups = once(() => standsInGroups(file, listed, rank));
  return [...places.values()].map(({ place: { kind, at }, texts, ranks }) => {
    if (!at) return importsAtTop(file, texts, format, style);
    const beside = kind === 'below' ? ranks[0] : ranks.at(-1);
    const gap = beside !== rank(at.source) && isInGroups() ? style.eol : '';
    if (kind === 'below') {
      const edit = importBelow(file, at.statement, texts, format, style);
      return { ...edit, text: `${gap}${edit.text}` };
    }
    const edit = importAbove(file, at.statement, texts, style);
    return { ...edit, text: `${edit.text}${gap}` };
  });
}

/** Whether blank lines part the imports of each kind from those of the next, and there are several kinds. */
function standsInGroups(
  { text }: SourceFile,
  listed: readonly PlacedImport[],
  rank: (specifier: string) => number,
): boolean {
  const named = listed.filter(({ bindsNames }) => bindsNames);
  const borders = named.flatMap((one, index) => {
    const next = named[index + 1];
    return next && rank(one.source) !== rank(next.source)
      ? [text.slice(one.statement.end ?? 0, next.statement.start ?? 0)]
      : [];
  });
  return borders.length > 0 && borders.every((between) => /\n[\t ]*\r?\n/.test(between));
}

/** The imports of a file; in CommonJS the first run of `require`s. */
export function importsIn({ ast: { program } }: SourceFile, format: 'esm' | 'cjs'): PlacedImport[] {
  if (format === 'esm') {
    return program.body.flatMap((statement): PlacedImport[] => {
      if (statement.type !== 'ImportDeclaration') return [];
      const bindsNames = statement.specifiers.length > 0;
      return [{ kind: 'import', source: statement.source.value, bindsNames, statement }];
    });
  }
  const first = program.body.findIndex((one) => requiredSource(one) !== undefined);
  if (first === -1) return [];
  const imports: PlacedImport[] = [];
  for (const statement of program.body.slice(first)) {
    const source = requiredSource(statement);
    if (source === undefined) break;
    imports.push({ kind: 'require', source, bindsNames: true, statement });
  }
  return imports;
}

/** `import { a, type B as C } from 'x'`, or the `require` of it, without a semicolon. */
export function importStatement(
  names: readonly ImportedName[],
  from: string,
  format: 'esm' | 'cjs',
  style: FileStyle,
): string {
  const source = `${style.quote}${from}${style.quote}`;
  if (format === 'cjs') return listed('const ', names.map(requiredName), ` = require(${source})`, style);
  const onlyTypes = names.every(({ isType }) => isType === true);
  const { importOrder } = style;
  const compare = importOrder && byNameIn(importOrder);
  const sorted = compare ? names.toSorted((a, b) => compare(a.imported, b.imported)) : names;
  const specifiers = sorted.map((name) => importSpecifier(onlyTypes ? { ...name, isType: false } : name));
  return listed(`import ${onlyTypes ? 'type ' : ''}`, specifiers, ` from ${source}`, style);
}

/** In braces, one name a line where several are too long for one; a lone name stays where it is. */
function listed(before: string, names: readonly string[], behind: string, style: FileStyle): string {
  const line = `${before}{ ${names.join(', ')} }${behind}`;
  const { eol, indent, trailingComma, semicolons, tabWidth, width } = style;
  if (names.length < 2 || widthOfLine(`${line}${semicolons ? ';' : ''}`, tabWidth) <= width) return line;
  return `${before}{${eol}${indent}${names.join(`,${eol}${indent}`)}${trailingComma ? ',' : ''}${eol}}${behind}`;
}

/** `a`, `a as b` or `type a`. */
export function importSpecifier({ imported, local, isType }: ImportedName): string {
  const name = imported === local ? imported : `${imported} as ${local}`;
  return isType ? `type ${name}` : name;
}

/** `a` or `a: b`. */
export function requiredName({ imported, local }: ImportedName): string {
  return imported === local ? imported : `${imported}: ${local}`;
}

/** Puts import statements on the lines before `neighbour`, and before a comment that speaks of the next line alone. */
function importAbove(
  { text }: SourceFile,
  neighbour: t.Statement,
  statements: readonly string[],
  { eol, semicolons }: FileStyle,
): Edit {
  const start = neighbour.start ?? 0;
  const comment = /(?<![^\r\n])[\t ]*\/[/*][^\r\n]*\r?\n[\t ]*$/.exec(text.slice(0, start));
  const at = comment && FOR_THE_NEXT_LINE.test(comment[0]) ? comment.index : start;
  const lines = statements.map((one) => `${one}${semicolons ? ';' : ''}${eol}`);
  return { start: at, end: at, text: lines.join('') };
}

const FOR_THE_NEXT_LINE = /@ts-(?:ignore|expect-error)|-next-line|(?:biome|prettier)-ignore(?!-)/;

/** Puts import statements on the lines after `neighbour`. */
function importBelow(
  { text }: SourceFile,
  neighbour: t.Statement,
  statements: readonly string[],
  format: 'esm' | 'cjs',
  { eol, semicolons }: FileStyle,
): Edit {
  const at = trailingCommentEnd(text, visibleEnd(text, neighbour));
  const next = skipTrivia(text, at);
  const sharesLine = next < text.length && !text.slice(at, next).includes('\n');
  const ends = terminators(
    statements.length,
    semicolons,
    sharesLine || (format === 'cjs' && goesOn(text, at)),
  );
  return { start: at, end: at, text: statements.map((one, index) => `${eol}${one}${ends[index]}`).join('') };
}

/** Makes import statements the first statements of a file that has none, with a blank line around them. */
export function importsAtTop(
  file: SourceFile,
  statements: readonly string[],
  format: 'esm' | 'cjs',
  { eol, semicolons }: FileStyle,
): Edit {
  const { text, ast } = file;
  const at = startOfCode(file);
  const ends = terminators(statements.length, semicolons, format === 'cjs' && goesOn(text, at));
  const directive = ast.program.directives.at(-1);
  const gap = directive ? text.slice(directive.end ?? 0, at) : '';
  const above = directive && !/\n\s*\n/.test(gap) ? (gap.includes('\n') ? eol : eol.repeat(2)) : '';
  const below = eol.repeat(at < text.length ? 2 : 1);
  const lines = statements.map((one, index) => `${one}${ends[index]}`).join(eol);
  return { start: at, end: at, text: `${above}${lines}${below}` };
}

/** What ends each statement; `isOpen`: the last needs a semicolon whatever the style, as a `require` may. */
function terminators(count: number, semicolons: boolean, isOpen: boolean): string[] {
  return Array.from({ length: count }, (_, index) =>
    semicolons || (isOpen && index === count - 1) ? ';' : '',
  );
}

/** What a statement of nothing but `require`s takes first; empty where that is not written down. */
function requiredSource(statement: t.Statement): string | undefined {
  if (statement.type !== 'VariableDeclaration') return undefined;
  const sources = statement.declarations.map(({ init }) => sourceAt(init));
  return sources.includes(undefined) ? undefined : sources[0];
}

/** The source of `require('a')`, `require('a').b`, `require('a')()`. */
function sourceAt(node: t.Node | null | undefined): string | undefined {
  switch (node?.type) {
    case 'MemberExpression':
      return sourceAt(node.object);
    case 'CallExpression': {
      if (node.callee.type !== 'Identifier' || node.callee.name !== 'require') return sourceAt(node.callee);
      const [source] = node.arguments;
      return source?.type === 'StringLiteral' ? source.value : '';
    }
    default:
      return undefined;
  }
}

const FOR_THE_WHOLE_FILE =
  /^!|@ts-(?:no)?check|@flow|@jsx|eslint-|biome-ignore-all|copyright|licen[cs]e|SPDX/i;

function startOfCode(file: SourceFile): number {
  const { ast, text } = file;
  const [first] = ast.program.body;
  if (!first) return text.length;
  let at = first.start ?? 0;
  const before = ast.program.directives.at(-1) ?? ast.program.interpreter;
  for (const comment of commentsBetween(file, before?.end ?? 0, at).toReversed()) {
    const between = text.slice(comment.end ?? 0, at);
    if (/\n\s*\n/.test(between) || FOR_THE_WHOLE_FILE.test(comment.value)) break;
    // A comment on the line of a directive is that directive's.
    const lineStart = lineStartAt(text, comment.start ?? 0);
    if (/[^\s\uFEFF]/.test(text.slice(lineStart, comment.start ?? 0))) break;
    at = comment.start ?? at;
  }
  return at;
}

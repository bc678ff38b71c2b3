import type * as t from '@babel/types';
import { commentsBetween } from './comments.js';
import type { Edit } from './edit.js';
import type { SourceFile } from './parse.js';
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

/**
 * Adds an `import` (or `require`, in CommonJS) below those of the file. In a file without any it becomes the first
 * statement: below directives and the comments that speak for the whole file, above a comment that belongs to what
 * follows.
 */
export function addImport(file: SourceFile, wanted: NewImport, format: 'esm' | 'cjs'): Edit {
  const style = detectStyle(file);
  const statement = importStatement([wanted], wanted.from, format, style);
  const last = lastImport(file.ast.program.body, format);
  if (last) return importBelow(file, last, [statement], format, style);
  return importsAtTop(file, [statement], format, style);
}

/** `import { a, type B as C } from 'x'`, or the `require` of it, without a semicolon. */
export function importStatement(
  names: readonly ImportedName[],
  from: string,
  format: 'esm' | 'cjs',
  { quote }: FileStyle,
): string {
  const source = `${quote}${from}${quote}`;
  if (format === 'cjs') return `const { ${names.map(requiredName).join(', ')} } = require(${source})`;
  const onlyTypes = names.every(({ isType }) => isType === true);
  const specifiers = names.map((name) => importSpecifier(onlyTypes ? { ...name, isType: false } : name));
  return `import ${onlyTypes ? 'type ' : ''}{ ${specifiers.join(', ')} } from ${source}`;
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

/** Puts import statements on the lines after `neighbour`. */
export function importBelow(
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

/** The last import; in CommonJS the last `require` of the first run of them. */
function lastImport(body: readonly t.Statement[], format: 'esm' | 'cjs'): t.Statement | undefined {
  if (format === 'esm') return body.findLast((statement) => statement.type === 'ImportDeclaration');
  const first = body.findIndex(isRequire);
  if (first === -1) return undefined;
  const after = body.findIndex((statement, index) => index > first && !isRequire(statement));
  return body[(after === -1 ? body.length : after) - 1];
}

function isRequire(statement: t.Statement): boolean {
  return (
    statement.type === 'VariableDeclaration' &&
    statement.declarations.every(({ init }) => startsAtRequire(init))
  );
}

/** `require('a')`, `require('a').b`, `require('a')()`. */
function startsAtRequire(node: t.Node | null | undefined): boolean {
  switch (node?.type) {
    case 'MemberExpression':
      return startsAtRequire(node.object);
    case 'CallExpression':
      return (
        (node.callee.type === 'Identifier' && node.callee.name === 'require') || startsAtRequire(node.callee)
      );
    default:
      return false;
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
    const lineStart = text.lastIndexOf('\n', (comment.start ?? 0) - 1) + 1;
    if (/[^\s\uFEFF]/.test(text.slice(lineStart, comment.start ?? 0))) break;
    at = comment.start ?? at;
  }
  return at;
}

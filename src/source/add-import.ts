import type * as t from '@babel/types';
import type { Edit } from './edit.js';
import type { SourceFile } from './parse.js';
import { detectStyle } from './style.js';
import { trailingCommentEnd } from './trivia.js';

/** A named import of our own that a file does not have yet. */
export interface NewImport {
  readonly imported: string;
  /** What the file calls it. */
  readonly local: string;
  readonly from: string;
}

/**
 * Adds an `import` (or `require`, in CommonJS) below those of the file. In a file without any it becomes the first
 * statement: below directives and the comments that speak for the whole file, above a comment that belongs to what
 * follows.
 */
export function addImport(file: SourceFile, wanted: NewImport, format: 'esm' | 'cjs'): Edit {
  const { eol, quote, semicolons } = detectStyle(file);
  const source = `${quote}${wanted.from}${quote}`;
  const renamed = (separator: string): string =>
    wanted.local === wanted.imported ? wanted.imported : `${wanted.imported}${separator}${wanted.local}`;
  const text =
    format === 'esm'
      ? `import { ${renamed(' as ')} } from ${source}`
      : `const { ${renamed(': ')} } = require(${source})`;

  const last = lastImport(file.ast.program.body, format);
  if (last) {
    const at = trailingCommentEnd(file.text, visibleEnd(file.text, last));
    return { start: at, end: at, text: `${eol}${text}${semicolon(semicolons, format, file.text.slice(at))}` };
  }
  const at = startOfCode(file);
  const end = semicolon(semicolons, format, file.text.slice(at));
  return { start: at, end: at, text: `${text}${end}${eol}${eol}` };
}

/** Without semicolons, a `require` still needs one before a line that would join it. */
function semicolon(semicolons: boolean, format: 'esm' | 'cjs', rest: string): string {
  const joins = format === 'cjs' && /^\s*[([`+/-]/.test(rest) && !/^\s*\/[/*]/.test(rest);
  return semicolons || joins ? ';' : '';
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

/** Where a statement ends to the eye: `;` at the start of the next line belongs to what follows it there. */
function visibleEnd(text: string, statement: t.Statement): number {
  const end = statement.end ?? 0;
  const detached = /\s*\n\s*;$/.exec(text.slice(statement.start ?? 0, end));
  return end - (detached?.[0].length ?? 0);
}

const FOR_THE_WHOLE_FILE =
  /^!|@ts-(?:no)?check|@flow|@jsx|eslint-|biome-ignore-all|copyright|licen[cs]e|SPDX/i;

function startOfCode({ ast, text }: SourceFile): number {
  const [first] = ast.program.body;
  if (!first) return text.length;
  let at = first.start ?? 0;
  for (const comment of (first.leadingComments ?? []).toReversed()) {
    const between = text.slice(comment.end ?? 0, at);
    if (/\n\s*\n/.test(between) || FOR_THE_WHOLE_FILE.test(comment.value)) break;
    // A comment on the line of a directive is that directive's.
    const lineStart = text.lastIndexOf('\n', (comment.start ?? 0) - 1) + 1;
    if (/[^\s\uFEFF]/.test(text.slice(lineStart, comment.start ?? 0))) break;
    at = comment.start ?? at;
  }
  return at;
}

import { traverseFast } from '@babel/types';
import { lazily } from './once.js';
import type { SourceFile } from './parse.js';
import { trailingCommaOf } from './trailing-comma.js';
import { visibleEnd } from './trivia.js';

/** How a file is written, so that new text can follow it. */
export interface FileStyle {
  readonly eol: '\n' | '\r\n';
  readonly quote: "'" | '"';
  readonly semicolons: boolean;
  /** One level of indentation: a tab or some spaces. */
  readonly indent: string;
  /** Whether multi-line lists end in a comma. */
  readonly trailingComma: boolean;
  /** Whether multi-line arguments and parameters do. */
  readonly trailingCommaInCalls: boolean;
  /** The width that lines are kept within, as far as the text shows. */
  readonly width: number;
}

/**
 * Reads the style off the text, each part when it is first asked for; ties fall to LF, double quotes, semicolons, two
 * spaces.
 * @param like a file of the same project that is followed in quotes and semicolons where this one says nothing.
 */
export function detectStyle(file: SourceFile, like?: SourceFile): FileStyle {
  const { text } = file;
  const style: FileStyle = lazily<FileStyle>({
    eol: () => (countOf(text, /\r\n/g) * 2 > countOf(text, /\n/g) ? '\r\n' : '\n'),
    quote: () => quoteOf(file) ?? (like && quoteOf(like)) ?? '"',
    semicolons: () => semicolonsOf(file) ?? (like && semicolonsOf(like)) ?? true,
    indent: () => indentOf(text),
    trailingComma: () => writesTrailingCommas(file),
    trailingCommaInCalls: () =>
      style.trailingComma &&
      countOf(text, /,[^\S\n]*\n\s*\)/g) >= countOf(text, /[\w'"\]}]\n[\t ]*\)[;,]?$/gm),
    width: () => widthOf(text),
  });
  return style;
}

/** The indentation of the line that holds `offset`. */
export function indentAt(text: string, offset: number): string {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[\t ]*/.exec(text.slice(lineStart).replace(/^\uFEFF/, ''))?.[0] ?? '';
}

/** The offset at which the line that holds `offset` ends, before its line break. */
export function lineEndAt(text: string, offset: number): number {
  return offset + (/\r?\n|$/.exec(text.slice(offset))?.index ?? 0);
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function quoteOf({ text, ast }: SourceFile): FileStyle['quote'] | undefined {
  let single = 0;
  let double = 0;
  const count = (start: number | null | undefined): void => {
    const char = typeof start === 'number' ? text[start] : undefined;
    if (char === "'") single += 1;
    if (char === '"') double += 1;
  };
  for (const statement of ast.program.body) {
    if ('source' in statement && statement.source) count(statement.source.start);
  }
  for (const directive of ast.program.directives) count(directive.value.start);
  if (single === double) {
    single = countOf(text, /'[^'"\n]*'/g);
    double = countOf(text, /"[^'"\n]*"/g);
  }
  if (single + double === 0) return undefined;
  return single > double ? "'" : '"';
}

function semicolonsOf({ text, ast }: SourceFile): boolean | undefined {
  let withSemicolon = 0;
  let without = 0;
  for (const statement of ast.program.body) {
    switch (statement.type) {
      case 'ImportDeclaration':
      case 'ExpressionStatement':
      case 'VariableDeclaration':
      case 'ExportAllDeclaration':
        if (text[visibleEnd(text, statement) - 1] === ';') withSemicolon += 1;
        else without += 1;
        break;
      default:
        break;
    }
  }
  for (const directive of ast.program.directives) {
    if (text[visibleEnd(text, directive) - 1] === ';') withSemicolon += 1;
    else without += 1;
  }
  if (withSemicolon + without === 0) return undefined;
  return withSemicolon >= without;
}

function indentOf(text: string): string {
  const tabs = countOf(text, /^\t+\S/gm);
  const widths = new Map<number, number>();
  let previous = 0;
  for (const line of text.split('\n')) {
    const spaces = /^( *)[^\s*]/.exec(line)?.[1]?.length;
    if (spaces === undefined) continue;
    const step = spaces - previous;
    if (step > 1) widths.set(step, (widths.get(step) ?? 0) + 1);
    previous = spaces;
  }
  const [width, seen] = [...widths].sort((a, b) => b[1] - a[1])[0] ?? [2, 0];
  return tabs > seen ? '\t' : ' '.repeat(width);
}

function widthOf(text: string): number {
  const lines = text.split('\n');
  const beyond = (width: number): number => lines.filter((line) => widthOfLine(line) > width).length;
  const tolerated = lines.length / 50;
  if (beyond(80) <= tolerated) return 80;
  return beyond(100) <= tolerated ? 100 : 120;
}

/** A tab counts as two columns, as Prettier counts it by default; a BOM as none. */
export function widthOfLine(line: string): number {
  return line.trimEnd().replace(/^\uFEFF/, '').length + (/^\t*/.exec(line)?.[0].length ?? 0);
}

/** Only lists that span lines say anything about the style. */
function writesTrailingCommas({ text, ast }: SourceFile): boolean {
  let withComma = 0;
  let without = 0;
  traverseFast(ast, (node) => {
    if (node.type !== 'ObjectExpression' && node.type !== 'ArrayExpression') return;
    if ((node.type === 'ObjectExpression' ? node.properties : node.elements).length === 0) return;
    if (!startsLine(text, (node.end ?? 1) - 1)) return;
    if (trailingCommaOf(text, node) === undefined) without += 1;
    else withComma += 1;
  });
  return withComma >= without;
}

/** Whether only white space stands between `offset` and a line break before it. */
function startsLine(text: string, offset: number): boolean {
  let at = offset - 1;
  while (at >= 0 && /[^\S\n]/.test(text.charAt(at))) at -= 1;
  return text[at] === '\n';
}

import { type Node, traverseFast } from '@babel/types';
import { lineStartAt, widthOfLine } from './lines.js';
import type { SourceFile } from './parse.js';
import type { Span } from './span.js';

const WIDTHS = [80, 100] as const;
const WIDEST = 120;

/**
 * The width that the lines of a file are kept within, as far as its text shows: a few may be longer, and those that no
 * formatter could have broken up do not count.
 */
export function printWidthOf(file: SourceFile, tabWidth: number): number {
  if (!mayHaveLongLine(file.text)) return WIDTHS[0];
  const lines = linesOf(file.text);
  const long = lines.filter((line) => widthOfLine(line.text, tabWidth) > WIDTHS[0]);
  if (long.length === 0) return WIDTHS[0];
  const widths = leastAndActualWidths(file, long, tabWidth);
  const isKept = (width: number): boolean =>
    widths.filter(({ least, actual }) => least <= width && width < actual).length <= lines.length / 50;
  return WIDTHS.find(isKept) ?? WIDEST;
}

/** Tabs make a line wider than it is long. */
function mayHaveLongLine(text: string): boolean {
  if (text.includes('\t')) return true;
  for (let start = 0, end = 0; end !== -1; start = end + 1) {
    end = text.indexOf('\n', start);
    if ((end === -1 ? text.length : end) - start > WIDTHS[0]) return true;
  }
  return false;
}

/** A line; its span is that of what can be seen of it. */
interface Line extends Span {
  readonly text: string;
}

function linesOf(text: string): Line[] {
  let next = 0;
  return text.split('\n').map((line) => {
    const start = next + line.search(/\S|$/);
    const end = next + line.trimEnd().length;
    next += line.length + 1;
    return { text: line, start, end };
  });
}

/** How wide each line is, a comment at its end left out, and how wide the longest whole in it is at its indentation. */
function leastAndActualWidths(
  file: SourceFile,
  lines: readonly Line[],
  tabWidth: number,
): { readonly least: number; readonly actual: number }[] {
  const comments = (file.ast.comments ?? []).map(spanIn);
  const wholes = [...comments, ...wholesIn(file)];
  return lines.map((line) => {
    const { text, start, end } = line;
    const indent = text.slice(0, text.search(/\S|$/));
    const comment = comments.find((one) => one.start < end && end <= one.end);
    const code = comment ? text.slice(0, indent.length + Math.max(0, comment.start - start)) : text;
    const longest = Math.max(0, ...wholes.map((whole) => overlap(whole, line)));
    return {
      least: widthOfLine(`${indent}${'x'.repeat(longest)}`, tabWidth),
      actual: widthOfLine(code, tabWidth),
    };
  });
}

/** What Prettier leaves on one line however long it is. */
function wholesIn({ text, ast }: SourceFile): Span[] {
  const wholes: Span[] = [];
  traverseFast(ast, (node) => {
    if (isWhole(node)) wholes.push(spanIn(node));
    // It stays with what it is assigned to or returned by.
    if (node.type === 'TemplateLiteral') {
      const { start, end } = spanIn(node);
      const lineStart = lineStartAt(text, start);
      const before = /^[\t ]*(.*(?:=>?|:|\breturn) )$/.exec(text.slice(lineStart, start))?.[1] ?? '';
      wholes.push({ start: start - before.length, end });
    }
  });
  return wholes;
}

function isWhole(node: Node): boolean {
  switch (node.type) {
    case 'StringLiteral':
    case 'DirectiveLiteral':
    case 'RegExpLiteral':
    case 'JSXText':
      return true;
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
      return Boolean(node.source) && node.specifiers.length < 2;
    case 'ExportAllDeclaration':
      return true;
    case 'JSXAttribute':
      return isText(node.value?.type === 'JSXExpressionContainer' ? node.value.expression : node.value);
    case 'JSXOpeningElement': {
      const [attribute, ...others] = node.attributes;
      return others.length === 0 && attribute?.type === 'JSXAttribute' && isText(attribute.value);
    }
    default:
      return false;
  }
}

function isText(node: Node | null | undefined): boolean {
  return node?.type === 'StringLiteral' || node?.type === 'TemplateLiteral';
}

function overlap(one: Span, other: Span): number {
  return Math.min(one.end, other.end) - Math.max(one.start, other.start);
}

function spanIn({ start, end }: { readonly start?: number | null; readonly end?: number | null }): Span {
  return { start: start ?? 0, end: end ?? 0 };
}

import type { Node } from '@babel/types';
import type { Edit } from './edit.js';
import { indentAt, lineEndAt, lineStartAt, widthOfLine } from './lines.js';
import { type ListText, onOneLine } from './list.js';
import { fitsOwnLine, indentLines, mayMove } from './moved-lines.js';
import type { Span } from './span.js';
import type { FileStyle } from './style.js';
import { skipTrivia } from './trivia.js';

/**
 * Puts `callee(…)` around an exported expression. A call gets lines of its own in there, where a formatter gives it
 * some: when it spans lines, or the line becomes too long. A function or a literal begins on the line of the bracket.
 * @param isFormatted whether a formatter lays the file out, so that lines that stay in place would move later.
 */
export function wrapInCall(
  text: string,
  node: Node,
  callee: string,
  style: FileStyle,
  isFormatted: boolean,
): Edit[] {
  const start = node.start ?? 0;
  const end = node.end ?? 0;
  const within = isOfCall(node) ? editsWithin(text, node, callee, style, isFormatted) : undefined;
  if (within === undefined) {
    // The declaration of a function without a name needs no semicolon.
    const semicolon = node.type === 'FunctionDeclaration' && style.semicolons ? ';' : '';
    return [
      { start, end: start, text: `${callee}(` },
      { start: end, end, text: `)${semicolon}` },
    ];
  }
  const outer = `${style.eol}${indentAt(text, start)}`;
  return [
    { start, end: start, text: `${callee}(${outer}${style.indent}` },
    ...within,
    { start: end, end, text: `${style.trailingCommaInCalls ? ',' : ''}${outer})` },
  ];
}

/** What changes in a call that goes to lines of its own; undefined where it stays in its place. */
function editsWithin(
  text: string,
  node: Node,
  callee: string,
  style: FileStyle,
  isFormatted: boolean,
): Edit[] | undefined {
  const span = { start: node.start ?? 0, end: node.end ?? 0 };
  if (!text.slice(span.start, span.end).includes('\n')) {
    const isTooLong =
      widthOfLine(lineAround(text, span), style.tabWidth) + `${callee}()`.length > style.width;
    return isTooLong ? [] : undefined;
  }
  if (!isFormatted || !mayMove(text, node)) return undefined;
  return joinedArguments(text, node, style) ?? indentLines(text, span, style.indent);
}

/** What puts arguments that were broken up for the width on one line, where they fit one that begins further left. */
function joinedArguments(text: string, node: Node, style: FileStyle): Edit[] | undefined {
  if (node.type !== 'CallExpression') return undefined;
  const list = argumentsOf(text, node.callee, node.arguments, node.end ?? 0);
  const before = text.slice(node.start ?? 0, list.open);
  const joined = before.includes('\n') ? undefined : onOneLine(text, list);
  if (joined === undefined) return undefined;
  const line = `${before}${joined.inside})`;
  const start = node.start ?? 0;
  const there = lineAround(text, { start, end: node.end ?? 0 }, line);
  return fitsOwnLine(text, start, line, there, style) ? joined.edits : undefined;
}

function argumentsOf(text: string, callee: Node, nodes: readonly Node[], end: number): ListText {
  const items = nodes.map((one) => ({ start: one.start ?? 0, end: one.end ?? 0 }));
  return { open: text.indexOf('(', callee.end ?? 0) + 1, close: end - 1, items, padded: false };
}

/** The line of an expression, with another text in its place if one is given, without the comment behind it. */
function lineAround(text: string, { start, end }: Span, instead = text.slice(start, end)): string {
  const before = text.slice(lineStartAt(text, start), start);
  const lineEnd = lineEndAt(text, end);
  const after = text.slice(end, skipTrivia(text, end) < lineEnd ? lineEnd : end);
  return `${before}${instead}${after.replace(/\s*\/[/*].*$/, '')}`;
}

/** Whether an expression is a call, or what is read or awaited of one; Prettier gives these lines of their own. */
function isOfCall(node: Node): boolean {
  switch (node.type) {
    case 'CallExpression':
    case 'OptionalCallExpression':
    case 'NewExpression':
      return true;
    case 'AwaitExpression':
      return isOfCall(node.argument);
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return isOfCall(node.object);
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return isOfCall(node.expression);
    default:
      return false;
  }
}

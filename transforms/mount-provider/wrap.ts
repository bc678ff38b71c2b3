import type { ASTPath } from 'jscodeshift';
import jscodeshift from 'jscodeshift';
import type { Edit } from '../../src/source/edit.js';
import { indentAt, lineStartAt } from '../../src/source/lines.js';
import type { SourceFile } from '../../src/source/parse.js';
import type { Span } from '../../src/source/span.js';
import { detectStyle, type FileStyle } from '../../src/source/style.js';
import { spanOf } from './collections.js';

/**
 * The edits that put `<name>` around a node: a JSX child, or an expression that is shown. The layout is the one a
 * formatter would give it, with as few other lines touched as that allows.
 */
export function wrapEdits(file: SourceFile, path: ASTPath, name: string): Edit[] {
  const style = detectStyle(file);
  const { text } = file;
  const { start, end } = spanOf(path.node);
  const isElement = path.node.type === 'JSXElement' || path.node.type === 'JSXFragment';
  const isChild = isJsx(path.parent?.node);
  const isMultiLine = text.slice(start, end).includes('\n');
  const base = indentAt(text, start);

  if (standsAlone(text, start, end)) {
    const grown = end - (text.lastIndexOf('\n', start) + 1) + name.length * 2 + 5;
    if (!isElement && !isMultiLine && (!isChild || grown <= style.width)) return inline(path, name, isChild);
    return onLinesOfItsOwn(file, path, name, style, 1, { before: '', after: '' });
  }
  if (isChild) {
    const parent = spanOf(path.parent.node);
    const ownLine = standsAlone(text, parent.start, parent.end) && isOnlyChild(path);
    const isOneLine = !text.slice(parent.start, parent.end).includes('\n');
    if (ownLine && isOneLine) return brokenOutOf(file, path, name, style, base);
    const around = isOneLine && isOnlyChild(path) ? linesAround(text, path.parent, style) : undefined;
    if (!around) return inline(path, name, isChild);
    const inner = base + style.indent;
    return [...around.before, ...brokenOutOf(file, path, name, style, inner), ...around.after];
  }
  const isShown =
    path.parent?.node.type === 'ReturnStatement' || path.parent?.node.type === 'ArrowFunctionExpression';
  if (isElement && !isShown && !isMultiLine) {
    const around = linesAround(text, path, style);
    const own = `${style.eol}${base}${style.indent}`;
    if (around)
      return [
        ...around.before,
        { start, end: start, text: `<${name}>${own}${style.indent}` },
        { start: end, end, text: `${own}</${name}>` },
        ...around.after,
      ];
  }
  if (!isElement || !isShown) return inline(path, name, isChild);
  const parenthesized = isParenthesized(path.node);
  const outer = `${style.eol}${base}`;
  return onLinesOfItsOwn(file, path, name, style, 2, {
    before: `${parenthesized ? '' : '('}${outer}${style.indent}`,
    after: `${outer}${parenthesized ? '' : ')'}`,
  });
}

/** `<P>…</P>` on the line where the node is. */
function inline(path: ASTPath, name: string, isChild: boolean): Edit[] {
  const { start, end } = spanOf(path.node);
  const braces = isChild || isJsx(path.node) ? ['', ''] : ['{', '}'];
  return [
    { start, end: start, text: `<${name}>${braces[0]}` },
    { start: end, end, text: `${braces[1]}</${name}>` },
  ];
}

/** The tags on lines above and below the node, whose own lines move in by `levels`. */
function onLinesOfItsOwn(
  file: SourceFile,
  path: ASTPath,
  name: string,
  style: FileStyle,
  levels: number,
  around: { readonly before: string; readonly after: string },
): Edit[] {
  const { text } = file;
  const { start, end } = spanOf(path.node);
  const base = indentAt(text, start);
  const shift = style.indent.repeat(levels);
  const own = base + style.indent.repeat(levels - 1);
  return [
    { start, end: start, text: `${around.before}<${name}>${style.eol}${base}${shift}` },
    ...lineStartsWithin(text, path).map((at) => ({ start: at, end: at, text: shift })),
    { start: end, end, text: `${style.eol}${own}</${name}>${around.after}` },
  ];
}

/** `<body>{children}</body>` gets its child on a line of its own. */
function brokenOutOf(file: SourceFile, path: ASTPath, name: string, style: FileStyle, base: string): Edit[] {
  const { text } = file;
  const { start, end } = spanOf(path.node);
  const outer = `${style.eol}${base}`;
  const inner = outer + style.indent;
  const isElement = path.node.type === 'JSXElement' || path.node.type === 'JSXFragment';
  const gap = isElement ? inner + style.indent : '';
  const before = /(?<![\t ])[\t ]*$/.exec(text.slice(0, start))?.[0].length ?? 0;
  const after = /^[\t ]*/.exec(text.slice(end))?.[0].length ?? 0;
  return [
    { start: start - before, end: start, text: `${inner}<${name}>${gap}` },
    { start: end, end: end + after, text: `${isElement ? inner : ''}</${name}>${outer}` },
  ];
}

/** What puts an element in the middle of a line on lines of its own. */
interface LinesAround {
  readonly before: readonly Edit[];
  readonly after: readonly Edit[];
}

/**
 * As a formatter lays out an element that spans lines: in parentheses, or among the arguments of a call. Undefined
 * where more would have to move.
 */
function linesAround(text: string, path: ASTPath, style: FileStyle): LinesAround | undefined {
  const parent = path.parent?.node;
  if (isParenthesized(path.node)) return undefined;
  switch (parent?.type) {
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
    case 'VariableDeclarator':
    case 'AssignmentExpression':
      return inParentheses(text, spanOf(path.node), style);
    case 'CallExpression':
      return amongArguments(text, path, parent.arguments.map(spanOf), spanOf(parent).end - 1, style);
    case 'ConditionalExpression':
      return besideBranch(text, path, style);
    default:
      return undefined;
  }
}

function inParentheses(text: string, { start, end }: Span, style: FileStyle): LinesAround {
  const outer = `${style.eol}${indentAt(text, start)}`;
  return {
    before: [{ start, end: start, text: `(${outer}${style.indent}` }],
    after: [{ start: end, end, text: `${outer})` }],
  };
}

/** Each argument goes to a line of its own. */
function amongArguments(
  text: string,
  path: ASTPath,
  items: readonly Span[],
  close: number,
  style: FileStyle,
): LinesAround | undefined {
  const { start } = spanOf(path.node);
  const first = items[0]?.start ?? start;
  if (!items.some((item) => item.start === start) || text.slice(first, close).includes('\n'))
    return undefined;
  const outer = `${style.eol}${indentAt(text, start)}`;
  const edits = items.map((item, index): Edit => {
    const from = items[index - 1]?.end ?? item.start;
    return { start: from, end: item.start, text: `${index === 0 ? '' : ','}${outer}${style.indent}` };
  });
  const last = items.at(-1)?.end ?? close;
  const gaps = edits.map((edit) => text.slice(edit.start, edit.end));
  // What is said between them would be lost.
  if ([...gaps, text.slice(last, close)].some((gap) => /[^\s,]/.test(gap))) return undefined;
  edits.push({ start: last, end: close, text: `${style.trailingCommaInCalls ? ',' : ''}${outer}` });
  const at = items.findIndex((item) => item.start === start) + 1;
  return { before: edits.slice(0, at), after: edits.slice(at) };
}

/** `a ? <A /> : <B />` on one line gets both branches in parentheses, but for one that is nothing. */
function besideBranch(text: string, path: ASTPath, style: FileStyle): LinesAround | undefined {
  const condition = path.parent.node;
  const holder = path.parent.parent?.node.type;
  const { start, end } = spanOf(condition);
  const isAlone = holder === 'ReturnStatement' || holder === 'VariableDeclarator';
  if (!isAlone || path.node === condition.test || text.slice(start, end).includes('\n')) return undefined;
  const isFirst = path.node === condition.consequent;
  const other = isFirst ? condition.alternate : condition.consequent;
  if (other.type === 'ConditionalExpression' || isParenthesized(other)) return undefined;
  const own = inParentheses(text, spanOf(path.node), style);
  const isNothing = other.type === 'NullLiteral' || other.name === 'undefined';
  if (isNothing) return own;
  const beside = inParentheses(text, spanOf(other), style);
  const edits = [...beside.before, ...beside.after];
  return isFirst
    ? { before: own.before, after: [...own.after, ...edits] }
    : { before: [...edits, ...own.before], after: own.after };
}

function isParenthesized(node: object): boolean {
  return Boolean((node as { extra?: { parenthesized?: boolean } }).extra?.parenthesized);
}

/** Whether nothing but white space and the end of a statement shares the node's lines. */
function standsAlone(text: string, start: number, end: number): boolean {
  const lineStart = lineStartAt(text, start);
  return (
    /^[\t ]*$/.test(text.slice(lineStart, start)) && /^[\t ]*(?:[,;][\t ]*)?(?:\r?\n|$)/.test(text.slice(end))
  );
}

/** The starts of the node's lines but the first, where moving them in changes no string. */
function lineStartsWithin(text: string, path: ASTPath): number[] {
  const { start, end } = spanOf(path.node);
  const j = jscodeshift;
  const literals = [...j(path).find(j.TemplateLiteral).nodes(), ...j(path).find(j.StringLiteral).nodes()].map(
    spanOf,
  );
  const starts: number[] = [];
  for (let at = text.indexOf('\n', start) + 1; at > 0 && at < end; at = text.indexOf('\n', at) + 1) {
    const isBlank = /^\r?\n/.test(text.slice(at, at + 2));
    const isText = literals.some((literal) => literal.start < at && at < literal.end);
    if (!isBlank && !isText) starts.push(at);
  }
  return starts;
}

function isOnlyChild(path: ASTPath): boolean {
  const siblings: readonly { type: string; value?: unknown }[] = path.parent.node.children ?? [];
  return siblings.every(
    (node) => node === path.node || (node.type === 'JSXText' && String(node.value).trim() === ''),
  );
}

function isJsx(node: { type: string } | undefined): boolean {
  return node?.type === 'JSXElement' || node?.type === 'JSXFragment';
}

import type { NodePath } from '@babel/traverse';
import type * as t from '@babel/types';
import { argumentsOf, type CallPath, isPartOf, spanOf, unwrap } from '../../src/analysis/expressions.js';
import type { FileAnalysis } from '../../src/analysis/model.js';
import { ALL_SESSION_KEYS } from '../../src/analysis/signal-methods.js';
import { breaksLine, type Edit } from '../../src/source/edit.js';
import { isHeld } from '../../src/source/held-lines.js';
import { widthOfLine } from '../../src/source/lines.js';
import { breakUpList, hasComments } from '../../src/source/list.js';
import { moveIn } from '../../src/source/moved-lines.js';
import type { SourceFile } from '../../src/source/parse.js';
import type { Span } from '../../src/source/span.js';
import type { FileStyle } from '../../src/source/style.js';
import { argumentList, outerSpan, standsInside, startWithAwait } from './brackets.js';

/** The calls of a file whose arguments go to lines of their own, which is written once all other edits are known. */
export class Openings {
  readonly #file: SourceFile;
  readonly #style: FileStyle;
  readonly #calls: readonly OpenedCall[];
  readonly #wanted = new Map<OpenedCall, (others: readonly Edit[]) => Edit[]>();

  /** @param isFormatted whether the project uses a formatter, which would move the lines. */
  constructor(analysis: FileAnalysis, style: FileStyle, isFormatted: boolean) {
    this.#file = analysis.file;
    this.#style = style;
    this.#calls = isFormatted ? openedCalls(analysis) : [];
  }

  /** Whether the arguments of `call` are such; then what is added to them is written with the others. */
  opensUp(call: CallPath, added: readonly string[], shift: string): boolean {
    const opened = this.#calls.find((one) => one.call.node === call.node);
    if (!opened) return false;
    const style = this.styleAt(call.node);
    this.#wanted.set(opened, (others) => openUp(opened, this.#file, added, others, style, shift));
    return true;
  }

  /** In arguments that are going to be indented further there is less room. */
  styleAt(node: t.Node): FileStyle {
    const style = this.#style;
    const levels = this.#calls.filter(({ argument }) => isPartOf(node, argument)).length;
    if (levels === 0) return style;
    const columns = widthOfLine(`${style.indent}x`, style.tabWidth) - 1;
    return { ...style, width: style.width - levels * columns };
  }

  /** The edits with what opens up: the innermost first, as the lines of one move in with those of the call around it. */
  applied(edits: readonly Edit[]): Edit[] {
    const lengthOf = ({ start, end }: Span): number => end - start;
    return [...this.#wanted]
      .sort(([a], [b]) => lengthOf(spanOf(a.argument)) - lengthOf(spanOf(b.argument)))
      .reduce<Edit[]>((others, [, opened]) => opened(others), [...edits]);
  }
}

/** The calls that are given more whose arguments go to lines of their own. */
function openedCalls({ file: { text }, rewrites }: FileAnalysis): OpenedCall[] {
  return rewrites.flatMap(({ calls, handsOn, how }) => {
    const isName = how.kind !== 'reuse' || how.session.object !== undefined;
    const completed = calls.flatMap(({ call, targets }) =>
      targets.some(({ kind }) => kind === 'positions') ? [{ call, gainsName: false }] : [],
    );
    const handing = handsOn.flatMap(({ call, into, keys }) => {
      if (into.kind !== 'position' || standsInside(text, startWithAwait(text, call))) return [];
      const isOne = into.index === argumentsOf(call).length;
      return [{ call, gainsName: isOne && isName && keys.length === ALL_SESSION_KEYS.length }];
    });
    return [...completed, ...handing].flatMap(({ call, gainsName }) => {
      const opened = openedCall(text, call, gainsName);
      return opened ? [opened] : [];
    });
  });
}

/** A call that is given more, whose arguments a formatter puts on lines of their own. */
interface OpenedCall {
  readonly call: CallPath;
  /** The argument that spans lines, which move in. */
  readonly argument: t.Node;
}

/**
 * `track(id, {⏎ a,⏎})` and `timed(id, async () => {⏎ …⏎})` with an argument more: what the brackets close around is no
 * longer the last then, and no lone function before a name. Undefined where the lines stay where they are.
 * @param gainsName whether all that is added is a name.
 */
function openedCall(text: string, call: CallPath, gainsName: boolean): OpenedCall | undefined {
  const list = argumentList(text, call);
  const args = argumentsOf(call);
  const [argument, another] = args.filter(({ node }) => textOf(text, node).includes('\n'));
  if (!argument || another || isHeld(text, list.open) || hasComments(text, list)) return undefined;
  const gaps = list.items.map(({ start }, index) =>
    text.slice(list.items[index - 1]?.end ?? list.open, start),
  );
  const behind = text.slice(list.items.at(-1)?.end, list.close);
  const isMoved = behind.includes('\n');
  if (gaps.some((gap) => gap.includes('\n')) || isMoved !== hasMovedBody(text, argument)) return undefined;
  if (isMoved ? argument !== args.at(-1) : !isHugged(argument)) return undefined;
  if (gainsName && args.length === 1 && hasBlock(argument)) return undefined;
  return { call, argument: argument.node };
}

/** Whether brackets close around an argument on its own last line, as Prettier decides it. */
function isHugged(argument: NodePath): boolean {
  const inner = unwrap(argument);
  if (!inner.isArrowFunctionExpression())
    return inner.isObjectExpression() || inner.isArrayExpression() || inner.isFunctionExpression();
  return ['BlockStatement', 'ObjectExpression', 'ArrayExpression', 'JSXElement', 'JSXFragment'].includes(
    inner.node.body.type,
  );
}

function hasBlock(argument: NodePath): boolean {
  return argument.isFunction() && argument.node.body.type === 'BlockStatement';
}

/** Whether the body of an arrow function begins on the line below the arrow. */
function hasMovedBody(text: string, argument: NodePath): boolean {
  return gapBehindArrow(text, argument.node)?.isLineBreak === true;
}

/** What stands between the arrow of a function and what it gives back, where that is no block. */
function gapBehindArrow(text: string, node: t.Node): (Span & { readonly isLineBreak: boolean }) | undefined {
  if (node.type !== 'ArrowFunctionExpression' || node.body.type === 'BlockStatement') return undefined;
  const end = outerSpan(text, node.body).start;
  const before = text.slice(0, end).trimEnd();
  if (!before.endsWith('=>')) return undefined;
  return { start: before.length, end, isLineBreak: text.slice(before.length, end).includes('\n') };
}

function textOf(text: string, node: t.Node): string {
  const { start, end } = outerSpan(text, node);
  return text.slice(start, end);
}

/**
 * Puts the arguments of a call, and what is added to them, on lines of their own.
 * @param others all edits that are made before, those in the argument among them.
 */
function openUp(
  { call, argument }: OpenedCall,
  file: SourceFile,
  added: readonly string[],
  others: readonly Edit[],
  style: FileStyle,
  shift: string,
): Edit[] {
  const { text } = file;
  const { start, end } = spanOf(argument);
  const edits = breakUpList(text, argumentList(text, call), style, shift, added);
  const line = edits[0]?.text.replace(/^.*\n/, '') ?? '';
  return [
    ...edits.filter((edit) => edit.end <= start),
    ...moveIn(file, argument, [...others, ...takenUp(text, argument, others, line, style)], style.indent),
    ...edits.filter((edit) => edit.start >= end),
  ];
}

/** Takes a body that stands below the arrow back to its line, where it fits one of its own now. */
function takenUp(
  text: string,
  argument: t.Node,
  others: readonly Edit[],
  indent: string,
  style: FileStyle,
): Edit[] {
  const gap = gapBehindArrow(text, argument);
  const { start, end } = spanOf(argument);
  if (!gap?.isLineBreak || text.slice(gap.end, end).includes('\n')) return [];
  const within = others.filter((edit) => start <= edit.start && edit.end <= end);
  const growth = within.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
  const line = `${indent}${text.slice(start, gap.start)} ${text.slice(gap.end, end)},`;
  const fits = widthOfLine(line, style.tabWidth) + growth <= style.width;
  return fits && !breaksLine(within) ? [{ start: gap.start, end: gap.end, text: ' ' }] : [];
}

import type { Node, ObjectExpression, ObjectProperty } from '@babel/types';
import type { Span } from '../../src/rules/finding.js';
import type { Edit } from '../../src/source/edit.js';
import type { SourceFile } from '../../src/source/parse.js';
import type { RewriteOutcome } from '../../src/source/rewrite.js';
import { detectStyle, type FileStyle, indentAt } from '../../src/source/style.js';
import { traverse } from '../../src/source/traverse.js';
import { printTracingValue, type TracingValue } from './tracing-value.js';

/** The span of an object literal; `before` is the offset of a spread in it that ours has to stand in front of. */
export interface TracingTarget extends Span {
  readonly before?: number | undefined;
}

const OPTION = 'addTracingHeaders';

/**
 * Adds `addTracingHeaders` as the last property of each target, in the layout of that object.
 * Objects that have the option already are left alone; a span that is not an object literal is refused.
 */
export function enableTracingHeaders(
  file: SourceFile,
  targets: readonly TracingTarget[],
  value: TracingValue,
): RewriteOutcome {
  const style = detectStyle(file);
  const objects = objectsByStart(file);
  const edits = new Map<number, Edit[]>();
  for (const target of targets) {
    const object = objects.get(target.start);
    if (object === undefined || object.end !== target.end) {
      return {
        kind: 'refused',
        why: 'The options of SignalNextProvider are not an object literal.',
        instead: `Add \`${OPTION}: ${printTracingValue(value, style.quote)}\` to them.`,
        span: { start: target.start, end: target.end },
      };
    }
    if (!hasOption(object)) edits.set(target.start, insertion(file, object, target.before, value, style));
  }
  const all = [...edits.values()].flat();
  return all.length === 0 ? { kind: 'unchanged' } : { kind: 'edits', edits: all };
}

/**
 * Replaces values that switch tracing off, such as `false`, whose spans the analysis gave. For `--force` only: somebody
 * wrote them on purpose.
 */
export function forceTracingHeaders(
  file: SourceFile,
  values: readonly Span[],
  value: TracingValue,
): RewriteOutcome {
  const text = printTracingValue(value, detectStyle(file).quote);
  const shorthands = shorthandStarts(file);
  const edits = new Map<number, Edit>();
  for (const { start, end } of values) {
    edits.set(start, { start, end, text: shorthands.has(start) ? `${OPTION}: ${text}` : text });
  }
  return edits.size === 0 ? { kind: 'unchanged' } : { kind: 'edits', edits: [...edits.values()] };
}

function objectsByStart(file: SourceFile): Map<number, ObjectExpression> {
  const objects = new Map<number, ObjectExpression>();
  traverse.cheap(file.ast, (node) => {
    if (node.type === 'ObjectExpression') objects.set(startOf(node), node);
  });
  return objects;
}

function shorthandStarts(file: SourceFile): Set<number> {
  const starts = new Set<number>();
  traverse.cheap(file.ast, (node) => {
    if (node.type === 'ObjectProperty' && node.shorthand) starts.add(startOf(node));
  });
  return starts;
}

function insertion(
  file: SourceFile,
  object: ObjectExpression,
  before: number | undefined,
  value: TracingValue,
  style: FileStyle,
): Edit[] {
  const property = `${keyText(object, file.text)}: ${printTracingValue(value, style.quote)}`;
  if (before !== undefined) return [beforeSpread(file.text, before, property, style)];
  const last = object.properties.at(-1);
  if (last === undefined) return [intoEmpty(file.text, object, property, style)];
  const edits = afterLast(file.text, object, last, property, style);
  return explodes(file.text, object, edits, style.width)
    ? explode(file.text, object, property, style)
    : edits;
}

function beforeSpread(text: string, at: number, property: string, style: FileStyle): Edit {
  const startsLine = /(?:^|\n)[\t ]*$/.test(text.slice(0, at));
  const gap = startsLine ? `${style.eol}${indentAt(text, at)}` : ' ';
  return { start: at, end: at, text: `${property},${gap}` };
}

function intoEmpty(text: string, object: ObjectExpression, property: string, style: FileStyle): Edit {
  const start = startOf(object) + 1;
  const end = endOf(object) - 1;
  const inside = text.slice(start, end);
  if (inside.trim() === '') return { start, end, text: ` ${property} ` };
  // Only comments: ours goes on a line of its own below them, because the last may be a line comment.
  const close = start + inside.trimEnd().length;
  const own = indentAt(text, endOf(object) - 1);
  const onOwnLine = /^[\t ]*\r?\n/.test(inside);
  const indent = onOwnLine ? indentAt(text, close) : own + style.indent;
  return { start: close, end, text: `${style.eol}${indent}${property},${style.eol}${own}` };
}

/** Right after the last property and what is said about it on the same line. */
function afterLast(
  text: string,
  object: ObjectExpression,
  last: Node,
  property: string,
  style: FileStyle,
): Edit[] {
  const end = endOf(last);
  const close = endOf(object) - 1;
  const tail = tailOf(text, end, close);
  const startsLine = /(?:^|\n)[\t ]*(?:,[\t ]*)?$/.test(text.slice(0, startOf(last)));
  const closesOnLine = !text.slice(end, close).includes('\n');

  if (closesOnLine) {
    const at = tail.comma === undefined ? end : tail.comma + 1;
    const trailing = tail.comma === undefined ? '' : ',';
    return [{ start: at, end: at, text: `${tail.comma === undefined ? ',' : ''} ${property}${trailing}` }];
  }
  const indent = indentAt(text, startOf(last));
  const leadingComma = /\n([\t ]*,[\t ]*)$/.exec(text.slice(0, startOf(last)))?.[1];
  if (startsLine && leadingComma !== undefined && tail.comma === undefined) {
    return [{ start: tail.lineEnd, end: tail.lineEnd, text: `${style.eol}${leadingComma}${property}` }];
  }
  const newLine = `${style.eol}${indent}${property}${tail.comma === undefined ? '' : ','}`;
  const comma: Edit[] = tail.comma === undefined ? [{ start: end, end, text: ',' }] : [];
  return [...comma, { start: tail.lineEnd, end: tail.lineEnd, text: newLine }];
}

/** What follows the last property: the offset of its comma, and where its line ends, comments included. */
function tailOf(text: string, from: number, close: number): { comma: number | undefined; lineEnd: number } {
  let comma: number | undefined;
  let at = from;
  while (at < close) {
    if (text.startsWith('//', at)) {
      at += /^[^\r\n]*/.exec(text.slice(at))?.[0].length ?? 0;
    } else if (text.startsWith('/*', at)) {
      at = text.indexOf('*/', at) + 2;
    } else if (text[at] === '\r' || text[at] === '\n') {
      // A comma on a later line belongs to the property too; then ours follows that line.
      if (comma !== undefined || !/^(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*,/.test(text.slice(at, close))) break;
      at += 1;
    } else {
      if (text[at] === ',') comma = at;
      at += 1;
    }
  }
  const lineEnd = from + text.slice(from, at).trimEnd().length;
  return { comma, lineEnd: Math.max(lineEnd, from) };
}

/** Whether ours would make an object of one line too long that was not too long before. */
function explodes(text: string, object: ObjectExpression, edits: readonly Edit[], limit: number): boolean {
  if (text.slice(startOf(object), endOf(object)).includes('\n') || hasComments(text, object)) return false;
  const start = text.lastIndexOf('\n', startOf(object)) + 1;
  // Broken up behind a tag, the attribute would stand askew.
  if (/<[\w.]+\s/.test(text.slice(start, startOf(object)))) return false;
  const width = endOf(object) - start;
  const added = edits.reduce((sum, edit) => sum + edit.text.length, 0);
  return width <= limit && width + added > limit;
}

/** Whether anything but white space and commas stands between the properties. */
function hasComments(text: string, object: ObjectExpression): boolean {
  const ends = [startOf(object) + 1, ...object.properties.map(endOf)];
  const starts = [...object.properties.map(startOf), endOf(object) - 1];
  return ends.some((end, index) => /[^\s,]/.test(text.slice(end, starts[index])));
}

/** One line per property. */
function explode(text: string, object: ObjectExpression, property: string, style: FileStyle): Edit[] {
  const outer = indentAt(text, startOf(object));
  const inner = outer + style.indent;
  // Only the white space between the properties changes, so each gap is an edit of its own.
  const edits: Edit[] = [];
  let reached = startOf(object) + 1;
  object.properties.forEach((node, index) => {
    const gap = index === 0 ? `${style.eol}${inner}` : `,${style.eol}${inner}`;
    edits.push({ start: reached, end: startOf(node), text: gap });
    reached = endOf(node);
  });
  const comma = style.trailingComma ? ',' : '';
  const ours = `,${style.eol}${inner}${property}${comma}${style.eol}${outer}`;
  edits.push({ start: reached, end: endOf(object) - 1, text: ours });
  return edits;
}

function hasOption(object: ObjectExpression): boolean {
  return object.properties.some(
    (property) => property.type !== 'SpreadElement' && !property.computed && nameOf(property.key) === OPTION,
  );
}

/** Quoted where every other key of the object is. */
function keyText(object: ObjectExpression, text: string): string {
  const keys = object.properties
    .filter(
      (property): property is ObjectProperty => property.type === 'ObjectProperty' && !property.computed,
    )
    .map((property) => property.key);
  const [first] = keys;
  if (first === undefined || !keys.every((key) => key.type === 'StringLiteral')) return OPTION;
  const quote = text[startOf(first)] ?? "'";
  return `${quote}${OPTION}${quote}`;
}

function nameOf(key: Node): string | undefined {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'StringLiteral' ? key.value : undefined;
}

function startOf(node: Node): number {
  return node.start ?? 0;
}

function endOf(node: Node): number {
  return node.end ?? 0;
}

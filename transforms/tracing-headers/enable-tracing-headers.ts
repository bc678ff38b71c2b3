import type { Node, ObjectExpression, ObjectProperty } from '@babel/types';
import type { Span } from '../../src/rules/finding.js';
import type { Edit } from '../../src/source/edit.js';
import { appendItems } from '../../src/source/list.js';
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
  const { text } = file;
  const property = `${keyText(object, text)}: ${printTracingValue(value, style.quote)}`;
  if (before !== undefined) return [beforeSpread(text, before, property, style)];
  const list = {
    open: startOf(object) + 1,
    close: endOf(object) - 1,
    items: object.properties.map((one) => ({ start: startOf(one), end: endOf(one) })),
    padded: true,
  };
  return appendItems(text, list, [property], style, { keepLine: keepsLine(text, object, style) });
}

function beforeSpread(text: string, at: number, property: string, style: FileStyle): Edit {
  const startsLine = /(?:^|\n)[\t ]*$/.test(text.slice(0, at));
  const gap = startsLine ? `${style.eol}${indentAt(text, at)}` : ' ';
  return { start: at, end: at, text: `${property},${gap}` };
}

/** Broken up behind a tag, the attribute would stand askew; and a line that is too long already was left so. */
function keepsLine(text: string, object: ObjectExpression, { width }: FileStyle): boolean {
  const start = text.lastIndexOf('\n', startOf(object)) + 1;
  return endOf(object) - start > width || /<[\w.]+\s/.test(text.slice(start, startOf(object)));
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

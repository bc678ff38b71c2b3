import type { Node, ObjectExpression, ObjectProperty } from '@babel/types';
import type { Span } from '../../src/rules/finding.js';
import type { Edit } from '../../src/source/edit.js';
import { indentAt } from '../../src/source/lines.js';
import { appendItems } from '../../src/source/list.js';
import type { SourceFile } from '../../src/source/parse.js';
import type { RewriteOutcome } from '../../src/source/rewrite.js';
import { detectStyle, type FileStyle } from '../../src/source/style.js';
import { traverse } from '../../src/source/traverse.js';
import { type ProviderOption, printOption, printValue } from './provider-option.js';

/** The span of an object literal; `before` is the offset of a spread in it that ours has to stand in front of. */
export interface OptionTarget extends Span {
  readonly before?: number | undefined;
}

/** One option and the object literals that are to have it. */
export interface OptionSetting {
  readonly option: ProviderOption;
  readonly targets: readonly OptionTarget[];
}

/**
 * Adds each option as the last property of its targets, in the layout of that object; options that one object is to
 * get together are added together, in the order of `settings`. Objects that have an option already keep it; a span
 * that is not an object literal is refused.
 */
export function setProviderOptions(file: SourceFile, settings: readonly OptionSetting[]): RewriteOutcome {
  const style = detectStyle(file);
  const objects = objectsByStart(file);
  const additions = new Map<string, Addition>();
  for (const { option, targets } of settings) {
    const reached = new Set<number>();
    for (const { start, end, before } of targets) {
      const object = objects.get(start);
      if (object === undefined || object.end !== end) {
        return {
          kind: 'refused',
          why: 'The options of SignalNextProvider are not an object literal.',
          instead: `Add \`${printOption(option, style.quote)}\` to them.`,
          span: { start, end },
        };
      }
      if (reached.has(start) || hasOption(object, option.name)) continue;
      reached.add(start);
      const place = `${start}:${before}`;
      const others = additions.get(place)?.options ?? [];
      additions.set(place, { object, before, options: [...others, option] });
    }
  }
  const edits = [...additions.values()].flatMap((addition) => insertion(file, addition, style));
  return edits.length === 0 ? { kind: 'unchanged' } : { kind: 'edits', edits };
}

/**
 * Replaces values that switch the option off, such as `false`, whose spans the analysis gave. For `--force` only:
 * somebody wrote them on purpose.
 */
export function forceProviderOption(
  file: SourceFile,
  option: ProviderOption,
  values: readonly Span[],
): RewriteOutcome {
  const { quote } = detectStyle(file);
  const shorthands = shorthandStarts(file);
  const edits = new Map<number, Edit>();
  for (const { start, end } of values) {
    const text = shorthands.has(start) ? printOption(option, quote) : printValue(option, quote);
    edits.set(start, { start, end, text });
  }
  return edits.size === 0 ? { kind: 'unchanged' } : { kind: 'edits', edits: [...edits.values()] };
}

/** What one place in one object is to get. */
interface Addition {
  readonly object: ObjectExpression;
  readonly before: number | undefined;
  readonly options: readonly ProviderOption[];
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

function insertion(file: SourceFile, { object, before, options }: Addition, style: FileStyle): Edit[] {
  const { text } = file;
  const properties = options.map(
    (option) => `${keyText(object, option.name, text)}: ${printValue(option, style.quote)}`,
  );
  if (before !== undefined) return [beforeSpread(text, before, properties, style)];
  const list = {
    open: startOf(object) + 1,
    close: endOf(object) - 1,
    items: object.properties.map((one) => ({ start: startOf(one), end: endOf(one) })),
    padded: true,
  };
  return appendItems(text, list, properties, style, { keepLine: keepsLine(text, object, style) });
}

function beforeSpread(text: string, at: number, properties: readonly string[], style: FileStyle): Edit {
  const startsLine = /(?:^|\n)[\t ]*$/.test(text.slice(0, at));
  const gap = startsLine ? `${style.eol}${indentAt(text, at)}` : ' ';
  return { start: at, end: at, text: properties.map((property) => `${property},${gap}`).join('') };
}

/** Broken up behind a tag, the attribute would stand askew; and a line that is too long already was left so. */
function keepsLine(text: string, object: ObjectExpression, { width }: FileStyle): boolean {
  const start = text.lastIndexOf('\n', startOf(object)) + 1;
  return endOf(object) - start > width || /<[\w.]+\s/.test(text.slice(start, startOf(object)));
}

function hasOption(object: ObjectExpression, name: string): boolean {
  return object.properties.some(
    (property) => property.type !== 'SpreadElement' && !property.computed && nameOf(property.key) === name,
  );
}

/** Quoted where every other key of the object is. */
function keyText(object: ObjectExpression, name: string, text: string): string {
  const keys = object.properties
    .filter(
      (property): property is ObjectProperty => property.type === 'ObjectProperty' && !property.computed,
    )
    .map((property) => property.key);
  const [first] = keys;
  if (first === undefined || !keys.every((key) => key.type === 'StringLiteral')) return name;
  const quote = text[startOf(first)] ?? "'";
  return `${quote}${name}${quote}`;
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

import type * as t from '@babel/types';
import { spanOf } from '../../src/analysis/expressions.js';
import type { Edit } from '../../src/source/edit.js';
import { indentAt, widthOfLine } from '../../src/source/lines.js';
import { appendItems } from '../../src/source/list.js';
import type { FileStyle } from '../../src/source/style.js';
import { bracketsAround } from './brackets.js';

/**
 * Puts specifiers into their places in an import whose names are in alphabetical order, as those of the file's other
 * imports are. Undefined where nothing shows such an order.
 */
export function insertSorted(
  text: string,
  target: t.ImportDeclaration,
  added: readonly { readonly name: string; readonly text: string }[],
  imports: readonly t.ImportDeclaration[],
  style: FileStyle,
): Edit[] | undefined {
  const shown = imports.map(namesOf).filter((names) => names.length > 1);
  if (shown.length === 0 || !shown.every(isSorted)) return undefined;
  const specifiers = target.specifiers.filter((one) => one.type === 'ImportSpecifier');
  const nextOf = (name: string) => specifiers.find((other) => compare(nameOf(other), name) > 0);
  const atEnd = added.filter(({ name }) => nextOf(name) === undefined);
  const between = added.filter(({ name }) => nextOf(name) !== undefined);
  const grown = between.reduce((sum, one) => sum + one.text.length + 2, 0);
  const broken = !fits(text, target, added, style);
  // Nothing but an appended item breaks a line up.
  if (between.length === 0 || (broken && atEnd.length === 0)) return undefined;

  const edits = between.flatMap((one): Edit[] => {
    const next = nextOf(one.name);
    if (!next) return [];
    const { start } = spanOf(next);
    const onOwnLine = /\n[\t ]*$/.test(text.slice(0, start));
    const gap = onOwnLine
      ? `${style.eol}${indentAt(text, start)}`
      : broken
        ? `${style.eol}${style.indent}`
        : ' ';
    return [{ start, end: start, text: `${one.text},${gap}` }];
  });
  if (atEnd.length === 0) return edits;
  const list = bracketsAround(text, specifiers.map(spanOf), '{');
  const appended = appendItems(
    text,
    list,
    atEnd.map((one) => one.text),
    style,
    { grown },
  );
  return [...appended, ...edits];
}

function fits(
  text: string,
  target: t.ImportDeclaration,
  added: readonly { readonly text: string }[],
  style: FileStyle,
): boolean {
  const { start, end } = spanOf(target);
  const line = text.slice(start, end);
  const grown = added.reduce((sum, one) => sum + one.text.length + 2, 0);
  return line.includes('\n') || widthOfLine(line, style.tabWidth) + grown <= style.width;
}

function namesOf({ specifiers }: t.ImportDeclaration): string[] {
  return specifiers.flatMap((one) => (one.type === 'ImportSpecifier' ? [nameOf(one)] : []));
}

function nameOf({ imported }: t.ImportSpecifier): string {
  return imported.type === 'Identifier' ? imported.name : imported.value;
}

function isSorted(names: readonly string[]): boolean {
  return names.every((name, index) => index === 0 || compare(names[index - 1] ?? '', name) <= 0);
}

function compare(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

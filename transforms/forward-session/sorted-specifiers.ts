import type * as t from '@babel/types';
import { spanOf } from '../../src/analysis/expressions.js';
import type { Edit } from '../../src/source/edit.js';
import { byNameIn } from '../../src/source/import-order.js';
import { indentAt, widthOfLine } from '../../src/source/lines.js';
import { appendItems } from '../../src/source/list.js';
import type { FileStyle } from '../../src/source/style.js';
import { bracketsAround } from './brackets.js';

/**
 * Puts specifiers into their places in an import whose names are in alphabetical order, as those of the file's other
 * imports are, or as the formatter asks for. Undefined where nothing shows such an order.
 */
export function insertSorted(
  text: string,
  target: t.ImportDeclaration,
  added: readonly { readonly name: string; readonly text: string }[],
  imports: readonly t.ImportDeclaration[],
  style: FileStyle,
): Edit[] | undefined {
  const specifiers = target.specifiers.filter((one) => one.type === 'ImportSpecifier');
  const shown = imports.map(namesOf).filter((names) => names.length > 1);
  const { importOrder } = style;
  const compare = importOrder ? byNameIn(importOrder) : withoutCase;
  const isSorted = (names: readonly string[]): boolean =>
    names.every((name, index) => index === 0 || compare(names[index - 1] ?? '', name) <= 0);
  const isKept = importOrder ? isSorted(specifiers.map(nameOf)) : shown.length > 0 && shown.every(isSorted);
  if (!isKept || specifiers.length === 0) return undefined;
  const nextOf = (name: string) => specifiers.find((other) => compare(nameOf(other), name) > 0);
  const inOrder = added.toSorted((a, b) => compare(a.name, b.name));
  const atEnd = inOrder.filter(({ name }) => nextOf(name) === undefined);
  const between = inOrder.filter(({ name }) => nextOf(name) !== undefined);
  const grown = between.reduce((sum, one) => sum + one.text.length + 2, 0);
  const broken = !fits(text, target, added, style);
  if (between.length === 0 && !importOrder) return undefined;
  // Nothing but an appended item breaks a line up.
  if (broken && atEnd.length === 0) return brokenUp(text, specifiers, added, compare, style);

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

/** All names on lines of their own; undefined where there is a comment among them. */
function brokenUp(
  text: string,
  specifiers: readonly t.ImportSpecifier[],
  added: readonly { readonly name: string; readonly text: string }[],
  compare: (a: string, b: string) => number,
  { eol, indent, trailingComma }: FileStyle,
): Edit[] | undefined {
  const { open, close } = bracketsAround(text, specifiers.map(spanOf), '{');
  if (/\/[/*]/.test(text.slice(open, close))) return undefined;
  const known = specifiers.map((one) => {
    const { start, end } = spanOf(one);
    return { name: nameOf(one), text: text.slice(start, end) };
  });
  const lines = [...known, ...added].toSorted((a, b) => compare(a.name, b.name));
  const gap = `${eol}${indent}`;
  const names = lines.map((one) => one.text).join(`,${gap}`);
  return [{ start: open, end: close, text: `${gap}${names}${trailingComma ? ',' : ''}${eol}` }];
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

function withoutCase(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  return left < right ? -1 : left > right ? 1 : 0;
}

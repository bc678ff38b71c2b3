import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/source/edit.js';
import { appendItems, type ListSurroundings, type ListText } from '../../src/source/list.js';
import { parseSource } from '../../src/source/parse.js';
import { detectStyle, type FileStyle } from '../../src/source/style.js';

/** `f(a)` or `x = { a }` with one item more. */
function appended(
  text: string,
  { style = {}, ...surroundings }: ListSurroundings & { style?: Partial<FileStyle> } = {},
  added: readonly string[] = ['z'],
): string {
  const result = parseSource('a.ts', text);
  if (result.kind === 'unparsable') throw new SyntaxError(text);
  const [statement] = result.file.ast.program.body;
  const expression = statement?.type === 'ExpressionStatement' ? statement.expression : undefined;
  const span = ({ start, end }: { start?: number | null; end?: number | null }) => ({
    start: start ?? 0,
    end: end ?? 0,
  });
  let list: ListText;
  if (expression?.type === 'CallExpression')
    list = {
      open: span(expression.callee).end + 1,
      close: span(expression).end - 1,
      items: expression.arguments.map(span),
      padded: false,
    };
  else if (expression?.type === 'AssignmentExpression' && expression.right.type === 'ObjectExpression')
    list = {
      open: span(expression.right).start + 1,
      close: span(expression.right).end - 1,
      items: expression.right.properties.map(span),
      padded: true,
    };
  else throw new TypeError(text);
  const after = applyEdits(
    text,
    appendItems(text, list, added, { ...detectStyle(result.file), ...style }, surroundings),
  );
  expect(parseSource('a.ts', after).kind, after).toBe('parsed');
  return after;
}

describe('one item more', () => {
  test.each([
    ['f();', 'f(z);'],
    ['f( );', 'f(z);'],
    ['x = {};', 'x = { z };'],
    ['f(a);', 'f(a, z);'],
    ['f(a,);', 'f(a, z,);'],
    ['f(a /* b, */);', 'f(a /* b, */, z);'],
    ['f(a, /* b */);', 'f(a, /* b */ z,);'],
    ['x = { a };', 'x = { a, z };'],
    ['x = { a, };', 'x = { a, z, };'],
  ])('on one line: %j', (text, after) => {
    expect(appended(text)).toBe(after);
  });

  test.each([
    ['f(\n  a\n);', 'f(\n  a,\n  z\n);'],
    ['f(\n  a,\n);', 'f(\n  a,\n  z,\n);'],
    ['f(\r\n\ta,\r\n);', 'f(\r\n\ta,\r\n\tz,\r\n);'],
    ['f(\n  a // b, c\n);', 'f(\n  a, // b, c\n  z\n);'],
    ['f(\n  a /* b, */\n);', 'f(\n  a, /* b, */\n  z\n);'],
    ['f(\n  a /*/ , */\n);', 'f(\n  a, /*/ , */\n  z\n);'],
    ['f(\n  a, // b\n);', 'f(\n  a, // b\n  z,\n);'],
    ['f(\n  a // b\n  , // c\n);', 'f(\n  a // b\n  , // c\n  z,\n);'],
    ['f(\n  a /* b */\n  /* c */ ,\n);', 'f(\n  a /* b */\n  /* c */ ,\n  z,\n);'],
    ['f(\n  a\n  // b\n);', 'f(\n  a,\n  z\n  // b\n);'],
    ['x = {\n  a\n  // , b\n};', 'x = {\n  a,\n  z\n  // , b\n};'],
    ['x = {\n    a\n  , b\n};', 'x = {\n    a\n  , b\n  , z\n};'],
    ['x = {\n    a\n  , b // c\n};', 'x = {\n    a\n  , b // c\n  , z\n};'],
    ['x = { a,\n  b };', 'x = { a,\n  b, z };'],
  ])('on lines of their own: %j', (text, after) => {
    expect(appended(text)).toBe(after);
  });

  test.each([
    ['f(/* a */);', 'f(/* a */\n  z\n);'],
    ['f(// a\n);', 'f(// a\n  z\n);'],
    ['f(\n    // a\n);', 'f(\n    // a\n    z\n);'],
    ['x = {\n  // a\n};', 'x = {\n  // a\n  z\n};'],
  ])('below the comments of an empty list: %j', (text, after) => {
    expect(appended(text, { style: { trailingComma: false } })).toBe(after);
    expect(appended(text, { style: { trailingComma: true } })).toBe(after.replace('z\n', 'z,\n'));
  });

  test('moves along with the lines around it', () => {
    expect(appended('f(\n  a\n);', { shift: '  ' })).toBe('f(\n  a,\n    z\n);');
    expect(appended('x = {\n  // a\n};', { shift: '  ', style: { trailingComma: false } })).toBe(
      'x = {\n  // a\n    z\n  };',
    );
  });
});

describe('a line that gets too long', () => {
  const style = { width: 20, trailingComma: true, trailingCommaInCalls: false };

  test('is broken up', () => {
    expect(appended('f(aaaaaaaa, bbbbbb);', { style })).toBe('f(\n  aaaaaaaa,\n  bbbbbb,\n  z\n);');
    expect(appended('x = { aaaaa, bbbbbb };', { style })).toBe('x = {\n  aaaaa,\n  bbbbbb,\n  z,\n};');
    expect(
      appended('f(aaaaaaaa, bbbbbb);', { style: { ...style, trailingCommaInCalls: true } }, ['y', 'z']),
    ).toBe('f(\n  aaaaaaaa,\n  bbbbbb,\n  y,\n  z,\n);');
  });

  test('is left whole up to the last column, or where that is asked for', () => {
    expect(appended('f(aaaaaaa, bbbbb);', { style: { ...style, width: 21 } })).toBe('f(aaaaaaa, bbbbb, z);');
    expect(appended('f(aaaaaaa, bbbbb);', { style: { ...style, width: 21 }, grown: 1 })).toContain('\n');
    expect(appended('f(aaaaaaaa, bbbbbbbb);', { style, keepLine: true })).toBe('f(aaaaaaaa, bbbbbbbb, z);');
  });

  test('is left whole where comments would be torn from what they are about', () => {
    for (const text of [
      'f(aaaaaaa, /* b */ c);',
      'f(/* aaaaaa */ b, cc);',
      'f(aaaaaa, bb /* c */);',
      'f(aaaaaaa /* b */, c);',
    ])
      expect(appended(text, { style })).not.toContain('\n');
  });
});

import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/source/edit.js';
import { appendItems, type ListSurroundings, type ListText } from '../../src/source/list.js';
import { parseSource } from '../../src/source/parse.js';
import { detectStyle, type FileStyle } from '../../src/source/style.js';

/** `f(a)`, `x = { a }` or `x = a ? { b } : c` with one item more. */
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
  const right = expression?.type === 'AssignmentExpression' ? expression.right : undefined;
  const object = right?.type === 'ConditionalExpression' ? right.consequent : right;
  let list: ListText;
  if (expression?.type === 'CallExpression')
    list = {
      open: span(expression.callee).end + 1,
      close: span(expression).end - 1,
      items: expression.arguments.map(span),
      padded: false,
    };
  else if (object?.type === 'ObjectExpression')
    list = {
      open: span(object).start + 1,
      close: span(object).end - 1,
      items: object.properties.map(span),
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
    ['f(\n  a /**/,\n);', 'f(\n  a /**/,\n  z,\n);'],
    ['f(\n  a /*/ , */\n);', 'f(\n  a, /*/ , */\n  z\n);'],
    ['f(\n  a, // b\n);', 'f(\n  a, // b\n  z,\n);'],
    ['f(\n  a // b\n  , // c\n);', 'f(\n  a // b\n  , // c\n  z,\n);'],
    ['f(\n  a /* b */\n  /* c */ ,\n);', 'f(\n  a /* b */\n  /* c */ ,\n  z,\n);'],
    ['f(\n  a\n  // b\n);', 'f(\n  a,\n  z\n  // b\n);'],
    ['x = {\n  a\n  // , b\n};', 'x = {\n  a,\n  z\n  // , b\n};'],
    ['x = {\n    a\n  , b\n};', 'x = {\n    a\n  , b\n  , z\n};'],
    ['x = {\n    a\n  , b // c\n};', 'x = {\n    a\n  , b // c\n  , z\n};'],
    ['x = {\n    a\n  ,b\n};', 'x = {\n    a\n  ,b\n  ,z\n};'],
    ['x = {\n    a\n  , b,\n};', 'x = {\n    a\n  , b,\n  z,\n};'],
    ['f(\n  [\n      a\n    , b\n  ],\n  c\n);', 'f(\n  [\n      a\n    , b\n  ],\n  c,\n  z\n);'],
    ['f(a /* b\n */);', 'f(a, /* b\n */\nz);'],
    ['x = { a,\n  b };', 'x = { a,\n  b, z };'],
  ])('on lines of their own: %j', (text, after) => {
    expect(appended(text)).toBe(after);
  });

  test.each([
    ['f(/* a */);', 'f(/* a */\n  z\n);'],
    ['f(// a\n);', 'f(// a\n  z\n);'],
    ['f(//a\n);', 'f(//a\n  z\n);'],
    ['f(\n    // a\n);', 'f(\n    // a\n    z\n);'],
    ['f(\r\n    // a\r\n);', 'f(\r\n    // a\r\n    z\r\n);'],
    ['f( \t\n    // a\n);', 'f( \t\n    // a\n    z\n);'],
    ['x = {\n  // a\n};', 'x = {\n  // a\n  z\n};'],
  ])('below the comments of an empty list: %j', (text, after) => {
    const style = { indent: '  ' };
    expect(appended(text, { style: { ...style, trailingComma: false } })).toBe(after);
    expect(appended(text, { style: { ...style, trailingComma: true } })).toBe(after.replace('z', 'z,'));
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

  test('is broken up below the mark of its branch', () => {
    expect(appended('x = a\n  ? { bbbbb, cccccc }\n  : d;', { style })).toBe(
      'x = a\n  ? {\n      bbbbb,\n      cccccc,\n      z,\n    }\n  : d;',
    );
  });

  test('is indented no further inside the object of a branch', () => {
    const text = 'x = a\n  ? { b: f(cccc, dddd) }\n  : e;';
    const items = ['cccc', 'dddd'].map((item) => ({
      start: text.indexOf(item),
      end: text.indexOf(item) + item.length,
    }));
    const list = { open: text.indexOf('cccc'), close: text.indexOf(')'), items, padded: false };
    const ours: FileStyle = { eol: '\n', quote: "'", semicolons: true, indent: '  ', tabWidth: 2, ...style };
    expect(applyEdits(text, appendItems(text, list, ['z'], ours))).toBe(
      'x = a\n  ? { b: f(\n    cccc,\n    dddd,\n    z\n  ) }\n  : e;',
    );
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

import { expect, test } from 'vitest';
import { mayNestDeeply } from '../../src/source/nesting.js';

/** Code of `levels` levels of one kind. */
const DEEP: Readonly<Record<string, (levels: number) => string>> = {
  parentheses: (levels) => `${'('.repeat(levels)}1${')'.repeat(levels)}`,
  'brackets that are never closed': (levels) => '['.repeat(levels),
  blocks: (levels) => '{'.repeat(levels) + '}'.repeat(levels),
  objects: (levels) => `x=${'{a:'.repeat(levels)}1${'}'.repeat(levels)}`,
  'a unary operator': (levels) => `${'!'.repeat(levels)}1`,
  'an operator that is a word': (levels) => `${'typeof '.repeat(levels)}a`,
  'a sum': (levels) => `a${' + a'.repeat(levels)}`,
  'a sum of calls': (levels) => `f(1, 2)${' +\n  f(1, 2)'.repeat(levels)}`,
  assignments: (levels) => `${'a = '.repeat(levels)}1`,
  members: (levels) => `a${'.a'.repeat(levels)}`,
  calls: (levels) => `a${'()'.repeat(levels)}`,
  'chained calls': (levels) => `a${'\n  .b(c)'.repeat(levels)}`,
  conditions: (levels) => `x = ${'a ? b : '.repeat(levels)}c`,
  'else if': (levels) => `if (a) b();${'\nelse if (a) { b(); }'.repeat(levels)}`,
  arrows: (levels) => `x = ${'a => '.repeat(levels)}1`,
  templates: (levels) => `${'`${'.repeat(levels)}1${'}`'.repeat(levels)}`,
  elements: (levels) => `x = ${'<a>'.repeat(levels)}${'</a>'.repeat(levels)}`,
  labels: (levels) => `${'a:'.repeat(levels)};`,
  'arguments of types': (levels) => `type A = ${'A<'.repeat(levels)}B${'>'.repeat(levels)}`,
  'types of arrays': (levels) => `type A = B${'[]'.repeat(levels)}`,
  'types under conditions': (levels) => `type A = ${'A extends B ? C : '.repeat(levels)}D`,
};

test.each(Object.entries(DEEP))('sees that there may be many levels of %s', (_, code) => {
  expect(mayNestDeeply(code(1000))).toBe(true);
});

test('a long text may have levels anywhere', () => {
  expect(mayNestDeeply('a();\n'.repeat(25_000))).toBe(true);
});

test.each([
  ['statements', 'const a = b(c, { d: e });\n'.repeat(3000)],
  ['statements without semicolons', 'const a = b(c, { d: e })\nreturn a\n'.repeat(2000)],
  ['data', `const a = [\n${"  { a: 'b', c: [1, 2, -3] },\n".repeat(3000)}];`],
  ['elements beside each other', `const a = (<b>${'<c d="e">text</c>\n<f />\n'.repeat(3000)}</b>);`],
  ['functions', "export async function a(b: c): Promise<d> {\n  return b ? 'e' : f.g.h();\n}\n".repeat(1000)],
  ['comments', '/**\n * What is said of it, and more.\n */\nfunction a() {}\n'.repeat(1000)],
])('and that there are few in much of %s', (_, text) => {
  expect(mayNestDeeply(text.slice(0, 90_000))).toBe(false);
});

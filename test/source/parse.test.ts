import { describe, expect, test } from 'vitest';
import { languageOf, parseSource } from '../../src/source/parse.js';

const kindOf = (path: string, text: string) => parseSource(path, text).kind;

test('what cannot be parsed is named in the words of the parser, with its place', () => {
  const text = `${'\n'.repeat(10)}const a = ;\n`;
  expect(parseSource('lib/a.ts', text)).toEqual({
    kind: 'unparsable',
    problem: { path: 'lib/a.ts', message: 'Unexpected token', line: 11, column: 10 },
  });
  expect(parseSource('a.ts', '\n*')).toMatchObject({
    problem: { message: 'Unexpected token', line: 2, column: 0 },
  });
});

test.each([
  ['a.ts', 'ts'],
  ['a.mts', 'ts'],
  ['a.cts', 'ts'],
  ['a.TS', 'ts'],
  ['a.tsx', 'tsx'],
  ['a.TSX', 'tsx'],
  ['a.ts.js', 'js'],
  ['a.tsx.mjs', 'js'],
  ['a.jsx', 'js'],
  ['a.cjs', 'js'],
])('the extension alone decides the language: %s', (path, language) => {
  expect(languageOf(path)).toBe(language);
});

describe('what a file may hold', () => {
  test.each([
    ['a.ts', 'const a = <B>c;'],
    ['a.tsx', 'const a: B = <c />;'],
    ['a.js', 'const a = <b />;'],
    ['a.js', '// @flow\nconst a: b = <c />;'],
    ['a.js', '/** @noflow */\nconst a: b = c;'],
    ['a.ts', '@a\nclass B {}'],
    ['a.ts', "import a from './a.json' with { type: 'json' };"],
    ['a.js', 'using a = b();'],
    ['a.cjs', 'if (a) return;'],
    ['a.js', 'const [, a] = b;'],
  ])('in %s: %s', (path, text) => {
    expect(kindOf(path, text)).toBe('parsed');
  });

  test.each([
    ['a.ts', 'const a = <b />;'],
    ['a.js', 'const a: b = c;'],
    ['a.js', '// @flowers\nconst a: b = c;'],
    ['a.js', `${'\n'.repeat(3000)}// @flow\nconst a: b = c;`],
  ])('not in %s: %s', (path, text) => {
    expect(kindOf(path, text)).toBe('unparsable');
  });
});

test('what lies too deep for the stack is named with its place', () => {
  const text = `const a = 1;\nconst b = c${'.d()'.repeat(2000)};\n`;
  expect(parseSource('a.ts', text)).toEqual({
    kind: 'unparsable',
    problem: {
      path: 'a.ts',
      message: expect.stringContaining('nested too deeply'),
      line: 2,
      column: expect.any(Number),
    },
  });
  expect(parseSource('a.ts', `const b = c${'.d()'.repeat(300)};`).kind).toBe('parsed');
});

test('what is too deep for the parser is unparsable, not a crash', () => {
  expect(parseSource('a.ts', `${'['.repeat(20_000)}${']'.repeat(20_000)}`)).toMatchObject({
    kind: 'unparsable',
    problem: { message: expect.stringContaining('nested too deeply') },
  });
});

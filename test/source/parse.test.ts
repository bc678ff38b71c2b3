import { expect, test } from 'vitest';
import { parseSource } from '../../src/source/parse.js';

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

import { expect, test } from 'vitest';
import { readSuppressions } from '../../src/analysis/suppressions.js';
import { parseSource } from '../../src/source/parse.js';

/** Whether a comment speaks for the line of a call, with something in between. */
function speaksFor(between: string): boolean {
  const before = `export function track() {\n  // signal-next-ignore-next-line: why\n${between}`;
  const parsed = parseSource('a.ts', `${before}  signal.capture({});\n}\n`);
  if (parsed.kind !== 'parsed') throw new Error(parsed.problem.message);
  const [suppression] = readSuppressions(parsed.file).all;
  return Array.isArray(suppression?.covers) && suppression.covers.includes(before.split('\n').length);
}

test.each([
  ['nothing', ''],
  ['comments', '  // more\n  /* and\n   more */\n'],
])('a comment speaks for the next line of code behind %s', (_name, between) => {
  expect(speaksFor(between)).toBe(true);
});

test.each([
  ['other code', '  other();\n'],
  ['a blank line', '\n'],
  ['a blank line and a comment', '\n  // more\n'],
])('a comment does not speak for what is behind %s', (_name, between) => {
  expect(speaksFor(between)).toBe(false);
});

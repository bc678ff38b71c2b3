import { expect, test } from 'vitest';
import { readSuppressions } from '../../src/analysis/suppressions.js';
import { parseSource } from '../../src/source/parse.js';

/** What the suppressions above a call come to. */
function read(comment: string) {
  const text = `export function track() {\n${comment}\n  signal.capture({});\n}\n`;
  const parsed = parseSource('a.ts', text);
  if (parsed.kind !== 'parsed') throw new Error(parsed.problem.message);
  const { all, broken } = readSuppressions(parsed.file);
  const marked = [...all, ...broken].map(({ start, end }) => text.slice(start, end));
  return {
    accepted: all.map(({ rule, reason, covers }) => [rule, reason, covers]),
    broken: broken.map(({ problem, form }) => `${problem} ${form}`),
    marked,
  };
}

/** Whether a comment in `before` speaks for the line on which `code` follows. */
function speaksForNext(before: string, code: string): boolean {
  const parsed = parseSource('a.tsx', before + code);
  if (parsed.kind !== 'parsed') throw new Error(parsed.problem.message);
  const [suppression] = readSuppressions(parsed.file).all;
  return Array.isArray(suppression?.covers) && suppression.covers.includes(before.split('\n').length);
}

/** Whether a comment speaks for the line of a call, with something in between. */
function speaksFor(between: string): boolean {
  const before = `export function track() {\n  // signal-next-ignore-next-line: why\n${between}`;
  return speaksForNext(before, '  signal.capture({});\n}\n');
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

test.each([
  'signal-next-ignore-nextline: kiosk',
  'signal-next-ignore-line: kiosk',
  'signal-next-ignore: kiosk',
  'signal-next-ignored-next-line: kiosk',
  'signal-next-ignore-next-line-session-lost: kiosk',
  'signal-next-ignore-next_line: kiosk',
  'signal-next-disable-next-line: kiosk',
  'signal-next-ingore-next-line: kiosk',
  'signal-next ignore-next-line: kiosk',
  'signal-next: ignore next line',
  'signal_next_ignore_next_line: kiosk',
  'Signal-Next-Ignore-Next-Line: kiosk',
  '@signal-next-ignore-next-line: kiosk',
])('is told of where it is misspelt: %s', (words) => {
  const told = { accepted: [], broken: ['unreadable next-line'] };
  expect(read(`  // ${words}`)).toEqual({ ...told, marked: [`// ${words}`] });
  expect(read(`  /* ${words} */`)).toEqual({ ...told, marked: [`/* ${words} */`] });
  expect(read(`  /**\n   * Printed.\n   * ${words}\n   */`)).toEqual({ ...told, marked: [words] });
});

test('is told of where it is misspelt for the file', () => {
  expect(read('  // signal-next-disable-file: generated').broken).toEqual(['unreadable file']);
});

test.each([
  ['what the tool does', '// signal-next ignores this call, which has no session'],
  ['a file of it', '// signal-next-baseline.json has it'],
  ['words within a line', '// See signal-next-ignore-next-line: it needs a reason'],
  [
    'words that begin a line of prose',
    '/*\n Left alone with the comment\n signal-next-ignore-next-line, see there\n*/',
  ],
  ['an example of code', '/**\n * ```\n * // signal-next-ignore-next-line: kiosk\n * ```\n */'],
])('is not seen in %s', (_name, comment) => {
  expect(read(comment)).toEqual({ accepted: [], broken: [], marked: [] });
});

test('may stand in any line of a comment, up to the next tag or suppression', () => {
  const comment = `  /**
   * Says that it was printed.
   * signal-next-ignore-next-line session-lost: the kiosk
   * has none
   * signal-next-ignore-next-line placeholder-distinct-id:
   * @param id of the kiosk
   */`;
  const { accepted, broken, marked } = read(comment);
  expect(accepted).toEqual([['session-lost', 'the kiosk has none', [6, 7, 8, 9]]]);
  expect(broken).toEqual(['no-reason next-line']);
  expect(marked).toEqual([
    'signal-next-ignore-next-line session-lost: the kiosk\n   * has none',
    'signal-next-ignore-next-line placeholder-distinct-id:',
  ]);
});

test('may stand behind three slashes', () => {
  expect(read('  /// signal-next-ignore-next-line: kiosk').accepted).toEqual([[undefined, 'kiosk', [3]]]);
});

/** Whether a comment among JSX elements speaks for the line of the next one. */
function speaksInJsx(comment: string): boolean {
  return speaksForNext(`const page = (\n  <form>\n${comment}`, '    <Track />\n  </form>\n);\n');
}

test.each([
  '    {/* signal-next-ignore-next-line: why */}\n',
  '    {\n      // signal-next-ignore-next-line: why\n    }\n',
  '    { // signal-next-ignore-next-line: why\n    }\n',
  '    {\n      // signal-next-ignore-next-line: why\n      // more\n\n    }\n',
  '    {\n      /* signal-next-ignore-next-line: why */\n    }\n    {/* more\n      of it */}\n',
  '    {\n      /*\n       * signal-next-ignore-next-line: why\n       */\n    }\n',
  '    <b />{\n      // signal-next-ignore-next-line: why\n    }\n',
])('a comment in JSX speaks for the next line of it: %j', (comment) => {
  expect(speaksInJsx(comment)).toBe(true);
});

test.each([
  '    {\n      // signal-next-ignore-next-line: why\n    }\n\n',
  '    {\n      // signal-next-ignore-next-line: why\n    }<b />\n',
])('a comment in JSX does not speak for what it is parted from: %j', (comment) => {
  expect(speaksInJsx(comment)).toBe(false);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayBeSignalModule } from '../../src/analysis/find-signal-module.js';
import { SIGNAL_SDK } from '../../src/analysis/module-host.js';
import { hasArguments } from '../../src/inspect/argument-count.js';
import { CLUES } from '../../src/inspect/candidates.js';
import { MARKING, marksOfText } from '../../src/inspect/marks.js';

/** Pieces of what the expressions look for, so that many of the texts made of them are nearly or just what they want. */
const SIGNAL_PIECES = [
  ...[
    'signal',
    'Signal',
    'SIGNAL',
    'ignal',
    'x-signal',
    'createSignal',
    '@signal',
    "'x_S",
    '"x-',
    '`x_s',
    'gnal',
  ],
  ...[
    'session',
    'Window',
    'distinct',
    '-id',
    '-',
    '_',
    '.',
    '-next/',
    '-next-ignore',
    '-js/',
    'NextProvider',
  ],
  ...[
    'Server',
    'Node',
    "from '",
    'from\n"',
    "'",
    '\n',
    ' ',
    'x',
    ' a '.repeat(70),
    '.capture(',
    '\u00a0',
    '// ',
  ],
];
const OTHER_PIECES = [
  ...[
    'alias',
    'group',
    'alias(a, b)',
    'group<T>',
    'd3.',
    '.',
    "['",
    "']",
    '(a, b, c)',
    '(',
    ')',
    '?.',
    '!',
    ' ',
  ],
  ...[
    '\n',
    '.bind',
    ';',
    ',',
    '/*',
    '// ',
    'function ',
    "import { alias } from 'drizzle-orm/pg'",
    '\u00a0',
    'x',
  ],
];
const RUNS = { numRuns: 20_000, seed: 7 } as const;

function textsOf(pieces: readonly string[]): fc.Arbitrary<string> {
  return fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((chosen) => chosen.join(''));
}

/** Of the whole text, each by itself, as the marking has it without what makes it quick. */
function plainMarks(text: string): number {
  const [signal] = CLUES;
  return (
    CLUES.reduce((marks, { kind, isIn }) => marks | (isIn(text) ? (kind === 'call' ? 1 : 2) : 0), 0) |
    (SIGNAL_SDK.test(text) ? 4 : 0) |
    (mayBeSignalModule(text) && signal?.needles.some((needle) => text.includes(needle)) ? 16 : 0) |
    (text.includes('use server') ? 8 : 0)
  );
}

const SPACE = '[\\s\\x80-\\xff]*';
const CALLED = `${SPACE}(?:\\?\\.|!)?${SPACE}[(<]`;
const TAKEN = new RegExp(
  `\\[${SPACE}['"\`](?:alias|group)['"\`]${SPACE}\\]|\\.${SPACE}(?:alias|group)${SPACE}(?:[,;)\\]}]|/[/*]|\\?*\\.(?:bind|call|apply)\\b)`,
);

/** `alias` or `group` called or taken off something, by one expression after the other over the whole text. */
function plainOtherCall(text: string): boolean {
  if (TAKEN.test(text)) return true;
  return [...text.matchAll(new RegExp(`\\b(alias|group)${CALLED}`, 'g'))].some(
    ({ 0: whole, 1: word, index }) => {
      if (!hasArguments(text, index + whole.length - 1, word === 'alias' ? 2 : 3)) return false;
      const before = text.slice(Math.max(0, index - 80), index);
      const own = text.replace(/\bimport\s*\{[^{}]*\}\s*from\s*['"]drizzle-orm\b[^'"\n]*['"]/g, '');
      const bound = new RegExp(`\\b${word}\\b(?!${CALLED})|\\bfunction\\s+${word}\\b`);
      return new RegExp(`\\.${SPACE}$`).test(before) || bound.test(own);
    },
  );
}

describe('what makes the marking quick changes nothing of what it says', () => {
  test('of a text', () => {
    const seen = new Set<number>();
    fc.assert(
      fc.property(textsOf(SIGNAL_PIECES), (text) => {
        seen.add(plainMarks(text));
        expect(marksOfText(text)).toBe(plainMarks(text));
      }),
      RUNS,
    );
    expect([...seen]).toEqual(expect.arrayContaining([0, 1, 2, 3, 4, 6, 18]));
  });

  test('of `alias` and `group`', () => {
    const seen = { true: 0, false: 0 };
    const other = CLUES.find(({ needles }) => needles.includes('alias'));
    fc.assert(
      fc.property(textsOf(OTHER_PIECES), (text) => {
        seen[`${plainOtherCall(text)}`] += 1;
        expect(other?.isIn(text)).toBe(plainOtherCall(text));
      }),
      RUNS,
    );
    expect(Math.min(seen.true, seen.false)).toBeGreaterThan(1000);
  });

  test('where a quote stands far before the word', () => {
    for (let length = 180; length < 220; length += 1) {
      for (const start of ["from '", "from\n'", "to '", "from '\n"]) {
        const text = `${start}${'a'.repeat(length)}signal`;
        expect(marksOfText(text), text).toBe(plainMarks(text));
      }
    }
  });

  test('of the needles: none that begins like a header is missing', () => {
    const starts = ['x-s', 'x-S', 'x_s', 'x_S', 'X-s', 'X-S', 'X_s', 'X_S'].map((start) => `'${start}`);
    expect(MARKING.needles.flat()).toEqual(expect.arrayContaining(starts));
  });
});

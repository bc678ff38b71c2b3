import type { IndexedWord } from '../analysis/module-host.js';
import { SUPPRESSION_WORD } from '../analysis/suppressions.js';
import type { Marking } from '../project/survey.js';
import { hasArguments } from './argument-count.js';

/** The session methods whose names say enough; `alias` and `group` are also words of much other code. */
const TELLING = 'capture|identify|groupIdentify|setPersonProperties|setPersonPropertiesOnce';
/** Beside white space, bytes of what is not ASCII: a text decoded as Latin-1 has its white space like that too. */
const SPACE = '[\\s\\x80-\\xff]*';

const TELLING_CALL = new RegExp(
  [
    // Called, by a name or on a client: `capture(`, `capture?.(`, `capture!(`, `capture<T>(`.
    `\\b(?:${TELLING})${SPACE}(?:\\?\\.|!)?${SPACE}[(<]`,
    // Called by the string of its name.
    `\\[${SPACE}['"\`](?:${TELLING}|alias|group)['"\`]${SPACE}\\]`,
    // Taken off a client, or called behind a comment.
    `\\.${SPACE}(?:${TELLING})\\b`,
    `\\.${SPACE}(?:alias|group)${SPACE}(?:[,;)\\]}]|/[/*]|\\?*\\.(?:bind|call|apply)\\b)`,
  ].join('|'),
);

/** `alias(`, `group?.(`: how many arguments follow says the rest. */
const OTHER_CALL = new RegExp(`(\\.${SPACE})?\\b(alias|group)${SPACE}(?:\\?\\.|!)?${SPACE}[(<]`, 'g');
/** What the methods cannot do without (`signal-methods.ts`). */
const NEEDED = { alias: 2, group: 3 } as const;

/**
 * Files that read the session; import something of Signal's, so that a syntax error in one is reported; or hold a
 * suppression, which may suppress nothing.
 */
const MENTION = new RegExp(`x-signal-|${SUPPRESSION_WORD}|\\bfrom\\s*['"][^'"\\n]*signal`, 'i');
/** What is almost a session header, and the lists of the headers that other origins may send. */
const HEADER_NAME = /['"`](?:x[-_])?s[ignal]{3,6}[-_](?:session|window|distinct)/i;
const HEADER_LIST = /access-control-allow-headers|\ballow(?:ed)?Headers\b/i;

/**
 * A cheap test that every file passes in which there may be something to say.
 * @param text as it is, or decoded as Latin-1.
 */
export function mayHoldSignalCall(text: string): boolean {
  return [TELLING_CALL, MENTION, HEADER_NAME, HEADER_LIST].some((one) => one.test(text)) || hasOtherCall(text);
}

function hasOtherCall(text: string): boolean {
  for (const match of text.matchAll(OTHER_CALL)) {
    const [whole, member, word] = match;
    const method = word === 'alias' ? 'alias' : 'group';
    if (!hasArguments(text, match.index + whole.length - 1, NEEDED[method])) continue;
    if (member !== undefined || isBoundHere(method, text)) return true;
  }
  return false;
}

/** The query builder that many projects import a function of that name from. */
const DRIZZLE_IMPORT = /\bimport\s*\{[^{}]*\}\s*from\s*['"]drizzle-orm\b[^'"\n]*['"]/g;

/** A function that is called by its plain name was taken off a client somewhere in the file, or imported. */
function isBoundHere(method: 'alias' | 'group', text: string): boolean {
  const notCalled = new RegExp(
    `\\b${method}\\b(?!${SPACE}(?:\\?\\.|!)?${SPACE}[(<])|\\bfunction\\s+${method}\\b`,
  );
  return notCalled.test(text.replace(DRIZZLE_IMPORT, ''));
}

/** `l-ses`, `a_win`, `L-DIS`: where a header's name ends in any letter of `signal`, and one of the ids begins. */
const HEADER_PARTS = [...'ignal'].flatMap((letter) =>
  ['-', '_'].flatMap((dash) =>
    ['ses', 'win', 'dis'].flatMap((id) => [
      `${letter}${dash}${id}`,
      `${letter}${dash}${id.charAt(0).toUpperCase()}${id.slice(1)}`,
      `${letter}${dash}${id}`.toUpperCase(),
    ]),
  ),
);

const NEEDLES = [
  ['ignal', 'IGNAL'],
  ['use server'],
  ['capture'],
  ['dentify'],
  ['setPersonPropert'],
  ['alias', 'group'],
  ['llow-headers', 'llow-Headers', 'LLOW-HEADERS', 'owedHeaders', 'owHeaders', 'owedheaders', 'owheaders'],
  HEADER_PARTS,
];
const SIGNAL = 1;
const USE_SERVER = 2;
const CALL = 1;
const MARKS: Readonly<Record<IndexedWord, number>> = { signal: 2, 'use server': 4 };

/** What `inspectProject` wants to know of every file before it parses any. */
export const MARKING: Marking = {
  needles: NEEDLES,
  marksOf: (text, found) =>
    ((found & ~USE_SERVER) !== 0 && mayHoldSignalCall(text) ? CALL : 0) |
    ((found & SIGNAL) !== 0 ? MARKS.signal : 0) |
    ((found & USE_SERVER) !== 0 ? MARKS['use server'] : 0),
};

/** Whether a file of these marks is worth parsing for its Signal calls. */
export function isCandidate(marks: number): boolean {
  return (marks & CALL) !== 0;
}

/** Whether a file of these marks may hold the word. */
export function mayHold(marks: number, word: IndexedWord): boolean {
  return (marks & MARKS[word]) !== 0;
}

/** The marks of a staged text. */
export function marksOfText(text: string): number {
  const found = NEEDLES.reduce(
    (bits, group, index) => bits | (group.some((needle) => text.includes(needle)) ? 1 << index : 0),
    0,
  );
  return found === 0 ? 0 : MARKING.marksOf(text, found);
}

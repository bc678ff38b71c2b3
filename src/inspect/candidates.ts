import type { IndexedWord } from '../analysis/module-host.js';
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

/** Files that read the session, or import something of Signal's, so that a syntax error in one is reported. */
const MENTION = /x-signal-|\bfrom\s*['"][^'"\n]*signal/i;

/**
 * A cheap test that every file with a Signal call or a hand-written session reading passes. Files that import something
 * of Signal's pass too, so that a syntax error in one is reported even where it cuts the call short.
 * @param text as it is, or decoded as Latin-1.
 */
export function mayHoldSignalCall(text: string): boolean {
  return TELLING_CALL.test(text) || MENTION.test(text) || hasOtherCall(text);
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

const NEEDLES = ['capture', 'dentify', 'setPersonPropert', 'alias', 'group', 'ignal', 'IGNAL', 'use server'];
const CALL = 1;
const MARKS: Readonly<Record<IndexedWord, number>> = { signal: 2, 'use server': 4 };
const bitsOf = (...needles: readonly string[]): number =>
  needles.reduce((bits, needle) => bits | (1 << NEEDLES.indexOf(needle)), 0);
const SIGNAL = bitsOf('ignal', 'IGNAL');
const USE_SERVER = bitsOf('use server');

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
  const found = NEEDLES.reduce((bits, needle, index) => bits | (text.includes(needle) ? 1 << index : 0), 0);
  return found === 0 ? 0 : MARKING.marksOf(text, found);
}

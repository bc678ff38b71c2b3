import { ALLOW_LIST, SESSION_HEADER } from '../analysis/header-clues.js';
import { SUPPRESSION_MENTION } from '../analysis/suppression-texts.js';
import { isSomewhere, matchesAt } from '../source/places-of-word.js';
import { hasArguments } from './argument-count.js';

/**
 * A sign in a text that there may be something to say of it. Every text that shows it holds one of the needles, in the
 * bytes of which nothing is decoded yet.
 */
export interface Clue {
  /** `call`: it is of no account in a project that has no Signal client. */
  readonly kind: 'call' | 'mention';
  readonly needles: readonly string[];
  /** @param text as it is, or decoded as Latin-1. */
  isIn(text: string): boolean;
}

/** Beside white space, bytes of what is not ASCII: a text decoded as Latin-1 has its white space like that too. */
const SPACE = '[\\s\\x80-\\xff]*';
/** Between the name of a function and its arguments: `capture(`, `capture?.(`, `capture!(`, `capture<T>(`. */
const CALLED = `${SPACE}(?:(?:\\?\\.|!)${SPACE})?[(<]`;

/** A session method whose name says enough, called or taken off a client. */
function tellingCall(methods: string): Clue['isIn'] {
  const call = new RegExp(
    [
      `\\b(?:${methods})${CALLED}`,
      `\\b(?:${methods})${SPACE}/[/*]`,
      // A key, be it one of several: `signal[isNew ? 'identify' : 'capture']`.
      `['"\`](?:${methods})['"\`]`,
      // Taken off a client, or called behind a comment.
      `\\.${SPACE}(?:${methods})\\b`,
    ].join('|'),
  );
  return (text) => call.test(text);
}

// Each is tried where the word ends.
const OTHER_CALL = new RegExp(`(?<=\\b(?:alias|group))${CALLED}`, 'y');
const OTHER_TAKEN = new RegExp(
  [
    `(?<=\\[${SPACE}['"\`](?:alias|group))['"\`]${SPACE}\\]`,
    `(?<=\\.${SPACE}(?:alias|group))${SPACE}(?:[,;)\\]}]|/[/*]|\\?*\\.(?:bind|call|apply)\\b)`,
  ].join('|'),
  'y',
);
const OF_OBJECT = new RegExp(`\\.${SPACE}$`);
/** What the methods cannot do without (`signal-methods.ts`). */
const NEEDED = { alias: 2, group: 3 } as const;
type OtherMethod = keyof typeof NEEDED;
const OTHER_METHODS = ['alias', 'group'] as const;

/** `alias` and `group` are also words of much other code: how many arguments follow says the rest. */
function holdsOtherCall(text: string): boolean {
  return OTHER_METHODS.some((method) => isSomewhere(text, method, (end) => isOtherCall(text, method, end)));
}

/** What stands behind most `group` and `alias`, and can stand behind none that is called or taken. */
const GOES_ON = new Set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_$-:=');

function isOtherCall(text: string, method: OtherMethod, end: number): boolean {
  if (GOES_ON.has(text.charAt(end))) return false;
  if (matchesAt(OTHER_TAKEN, text, end)) return true;
  if (!matchesAt(OTHER_CALL, text, end)) return false;
  if (!hasArguments(text, OTHER_CALL.lastIndex - 1, NEEDED[method])) return false;
  const start = end - method.length;
  return OF_OBJECT.test(text.slice(Math.max(0, start - 80), start)) || isBoundHere(method, text);
}

/** The query builder that many projects import a function of that name from. */
const DRIZZLE = 'drizzle-orm';
const DRIZZLE_IMPORT = new RegExp(`\\bimport\\s*\\{[^{}]*\\}\\s*from\\s*['"]${DRIZZLE}\\b[^'"\\n]*['"]`, 'g');
const BOUND = new RegExp(
  `\\b(?:(?<=\\b(?:alias|group))(?!${CALLED})|(?<=\\bfunction\\s+(?:alias|group)))`,
  'y',
);

/** A function that is called by its plain name was taken off a client somewhere in the file, or imported. */
function isBoundHere(method: OtherMethod, text: string): boolean {
  const own = text.includes(DRIZZLE) ? text.replace(DRIZZLE_IMPORT, '') : text;
  return isSomewhere(own, method, (end) => matchesAt(BOUND, own, end));
}

/**
 * An import of something of Signal's, so that a syntax error behind it is reported; a suppression, which may suppress
 * nothing.
 */
const MENTION = new RegExp(`${SUPPRESSION_MENTION.source}|\\bfrom\\s*['"][^'"\\n]*signal`, 'i');
/** How a name like that of a session header begins where it has no `ignal`. */
const HEADER_STARTS = ["'", '"', '`'].flatMap((quote) =>
  ['x-s', 'x_s', 'X-s', 'X_s', 'x-S', 'x_S', 'X-S', 'X_S'].map((start) => `${quote}${start}`),
);

/** At least one is in every file that `check` has something to say of. */
export const CLUES: readonly Clue[] = [
  {
    kind: 'mention',
    needles: ['ignal', 'IGNAL'],
    isIn: (text) => MENTION.test(text) || SESSION_HEADER.test(text),
  },
  { kind: 'call', needles: ['capture'], isIn: tellingCall('capture') },
  { kind: 'call', needles: ['dentify'], isIn: tellingCall('identify|groupIdentify') },
  {
    kind: 'call',
    needles: ['setPersonPropert'],
    isIn: tellingCall('setPersonProperties|setPersonPropertiesOnce'),
  },
  { kind: 'call', needles: ['alias', 'group'], isIn: holdsOtherCall },
  {
    kind: 'mention',
    needles: [
      'llow-headers',
      'llow-Headers',
      'LLOW-HEADERS',
      'owedHeaders',
      'owHeaders',
      'owheaders',
      'owedheaders',
    ],
    isIn: (text) => ALLOW_LIST.test(text),
  },
  { kind: 'mention', needles: HEADER_STARTS, isIn: (text) => SESSION_HEADER.test(text) },
];

/** A cheap test that every file passes of which there may be something to say. */
export function mayHoldSignalCall(text: string): boolean {
  return CLUES.some((clue) => clue.isIn(text));
}

import { mayBeSignalModule } from '../analysis/find-signal-module.js';
import { type IndexedWord, SIGNAL_SDK } from '../analysis/module-host.js';
import type { Marking } from '../project/file-scan.js';
import { isSomewhere, matchesAt } from '../source/places-of-word.js';
import { CLUES } from './candidates.js';

const SIGNAL = CLUES.findIndex(({ needles }) => needles.includes('ignal'));
const WORD = CLUES[SIGNAL]?.needles ?? [];
/** In one group with the rarest of the clues: there are not more than seven. */
const USE_SERVER = 'use server';
const WITH_USE_SERVER = CLUES.findIndex(({ needles }) => needles.includes('setPersonPropert'));
const CANDIDATES = { call: 1, mention: 2 } as const;
const WORDS: Readonly<Record<IndexedWord, number>> = { 'signal-sdk': 4, 'use server': 8 };
const SIGNAL_MODULE = 16;

/**
 * Stands behind the word in every text of which one of the expressions that hang on the word `signal` is true, and in
 * few others: one look for it takes the place of theirs. A header that lacks `ignal` has needles of its own.
 */
const BEHIND_THE_WORD = new RegExp(
  [
    '-next|-js/|NextProvider',
    '(?<=createSignal)(?:Server|Node)',
    '(?<=x-signal)-|[-_.]?(?:session|window|distinct)',
    // What is so far behind its quote is for the whole expression to judge.
    `(?<=\\bfrom\\s*['"][^'"\\n]{0,200}signal|[^'"\\n]{200}signal)`,
  ].join('|'),
  'iy',
);

function holdsMoreThanTheWord(text: string): boolean {
  return WORD.some((word) => isSomewhere(text, word, (end) => matchesAt(BEHIND_THE_WORD, text, end)));
}

/** What `inspectProject` wants to know of every file before it parses any. */
export const MARKING: Marking = {
  needles: CLUES.map(({ needles }, group) =>
    group === WITH_USE_SERVER ? [...needles, USE_SERVER] : needles,
  ),
  marksOf(text, found) {
    const isMore = (found & (1 << SIGNAL)) !== 0 && holdsMoreThanTheWord(text);
    const holds = (group: number): boolean => (group === SIGNAL ? isMore : (found & (1 << group)) !== 0);
    const clues = CLUES.map(({ kind, isIn }, group) => (holds(group) && isIn(text) ? CANDIDATES[kind] : 0));
    return (
      clues.reduce<number>((marks, mark) => marks | mark, 0) |
      (holds(SIGNAL) && SIGNAL_SDK.test(text) ? WORDS['signal-sdk'] : 0) |
      (holds(SIGNAL) && mayBeSignalModule(text) ? SIGNAL_MODULE : 0) |
      (holds(WITH_USE_SERVER) && text.includes(USE_SERVER) ? WORDS[USE_SERVER] : 0)
    );
  },
};

/** Whether a file of these marks may be the Signal module. */
export function isLikeSignalModule(marks: number): boolean {
  return (marks & SIGNAL_MODULE) !== 0;
}

/**
 * Whether a file of these marks is worth parsing.
 * @param hasClients whether the project has a Signal client at all.
 */
export function isCandidate(marks: number, hasClients: boolean): boolean {
  return (marks & (hasClients ? CANDIDATES.call | CANDIDATES.mention : CANDIDATES.mention)) !== 0;
}

/** Whether a file of these marks may hold the word. */
export function mayHold(marks: number, word: IndexedWord): boolean {
  return (marks & WORDS[word]) !== 0;
}

const ANY_NEEDLE = new RegExp(MARKING.needles.flat().join('|'));

/** The marks of a text that is not on disk as it is, or that nobody has looked for there. */
export function marksOfText(text: string): number {
  // One look at most texts, where the search for each needle would be fifty.
  if (!ANY_NEEDLE.test(text)) return 0;
  const found = MARKING.needles.reduce(
    (bits, group, index) => bits | (group.some((needle) => text.includes(needle)) ? 1 << index : 0),
    0,
  );
  return found === 0 ? 0 : MARKING.marksOf(text, found);
}

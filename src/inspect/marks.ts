import type { IndexedWord } from '../analysis/module-host.js';
import type { Marking } from '../project/survey.js';
import { CLUES } from './candidates.js';

const SIGNAL = CLUES.findIndex(({ needles }) => needles.includes('ignal'));
const USE_SERVER = CLUES.length;
const CANDIDATE = 1;
const WORDS: Readonly<Record<IndexedWord, number>> = { signal: 2, 'use server': 4 };

/** What `inspectProject` wants to know of every file before it parses any. */
export const MARKING: Marking = {
  needles: [...CLUES.map(({ needles }) => needles), ['use server']],
  marksOf(text, found) {
    const holds = (group: number): boolean => (found & (1 << group)) !== 0;
    const isCandidate = CLUES.some((clue, group) => holds(group) && clue.isIn(text));
    return (
      (isCandidate ? CANDIDATE : 0) |
      (holds(SIGNAL) ? WORDS.signal : 0) |
      (holds(USE_SERVER) ? WORDS['use server'] : 0)
    );
  },
};

/** Whether a file of these marks is worth parsing for its Signal calls. */
export function isCandidate(marks: number): boolean {
  return (marks & CANDIDATE) !== 0;
}

/** Whether a file of these marks may hold the word. */
export function mayHold(marks: number, word: IndexedWord): boolean {
  return (marks & WORDS[word]) !== 0;
}

/** The marks of a staged text. */
export function marksOfText(text: string): number {
  const found = MARKING.needles.reduce(
    (bits, group, index) => bits | (group.some((needle) => text.includes(needle)) ? 1 << index : 0),
    0,
  );
  return found === 0 ? 0 : MARKING.marksOf(text, found);
}

import { expect, test } from 'vitest';
import { applyEdits } from '../../src/source/edit.js';
import { offsetMap, originOf } from '../../src/source/offsets.js';

const TEXT = 'one two three';
const EDITS = [
  { start: 0, end: 0, text: '>> ' },
  { start: 4, end: 7, text: '(two)' },
  { start: 8, end: 13, text: '3' },
];

test('a replacement that repeats what it replaces keeps it', () => {
  const after = applyEdits(TEXT, EDITS);
  expect(after).toBe('>> one (two) 3');
  for (const offset of [0, 2, 4, 5, 6, 7]) {
    const at = offsetMap(EDITS, TEXT)(offset);
    expect([offset, at === undefined ? undefined : after[at]]).toEqual([offset, TEXT[offset]]);
  }
  expect(offsetMap(EDITS, TEXT)(4)).toBe(8);
  expect(offsetMap(EDITS, TEXT)(8)).toBeUndefined();
  expect(offsetMap(EDITS, TEXT)(12)).toBeUndefined();
});

test('a place of the output is kept, or written by the edit that it is in', () => {
  const [arrow, two, three] = EDITS;
  expect([0, 1, 2].map((at) => originOf(EDITS, at))).toEqual(Array(3).fill({ kind: 'written', edit: arrow }));
  expect(originOf(EDITS, 3)).toEqual({ kind: 'kept', offset: 0 });
  expect([7, 11].map((at) => originOf(EDITS, at))).toEqual(Array(2).fill({ kind: 'written', edit: two }));
  expect(originOf(EDITS, 12)).toEqual({ kind: 'kept', offset: 7 });
  expect(originOf(EDITS, 13)).toEqual({ kind: 'written', edit: three });
  expect(originOf(EDITS, 14)).toEqual({ kind: 'kept', offset: 13 });
});

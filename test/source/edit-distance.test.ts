import { expect, test } from 'vitest';
import { editDistance } from '../../src/source/edit-distance.js';

test.each([
  ['', '', 0],
  ['abc', 'abc', 0],
  ['', 'abc', 3],
  ['abc', '', 3],
  ['abc', 'abcd', 1],
  ['abcd', 'bcd', 1],
  ['abc', 'axc', 1],
  ['abc', 'acb', 1],
  ['bac', 'abc', 1],
  ['abcd', 'badc', 2],
  ['ca', 'abc', 3],
  ['kitten', 'sitting', 3],
  ['x-signal-sesion', 'x-signal-session', 1],
])('%j and %j are %d letters apart', (from, to, distance) => {
  expect(editDistance(from, to)).toBe(distance);
  expect(editDistance(to, from)).toBe(distance);
});

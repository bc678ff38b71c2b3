import { expect, test } from 'vitest';
import { byCodeUnit } from '../../src/source/order.js';
import { counted, firstOf, sentence } from '../../src/source/sentence.js';

test.each([
  ['a b', 'a b.'],
  ['a b.', 'a b.'],
  ['a b!', 'a b!'],
  ['a b?', 'a b?'],
  ['a.b', 'a.b.'],
])('%j ends as a sentence does', (text, after) => {
  expect(sentence(text)).toBe(after);
});

test('only one is one', () => {
  expect([0, 1, 2].map((number) => counted(number, 'file'))).toEqual(['0 files', '1 file', '2 files']);
});

test('of many the first few are named, and the rest counted', () => {
  expect(firstOf([], 2)).toBe('');
  expect(firstOf(['a', 'b'], 2)).toBe('a, b');
  expect(firstOf(['a', 'b', 'c', 'd'], 2)).toBe('a, b and 2 more');
});

test('texts are sorted alike on every machine', () => {
  expect(['ä', 'b', 'B', 'a', 'b', ''].sort(byCodeUnit)).toEqual(['', 'B', 'a', 'b', 'b', 'ä']);
  expect([byCodeUnit('a', 'b'), byCodeUnit('b', 'a'), byCodeUnit('a', 'a')]).toEqual([-1, 1, 0]);
});

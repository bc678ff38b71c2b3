import { expect, test } from 'vitest';
import { track } from './analytics';

test('it gives nothing back', () => {
  expect(['u1'].map(track)).toEqual([undefined]);
});

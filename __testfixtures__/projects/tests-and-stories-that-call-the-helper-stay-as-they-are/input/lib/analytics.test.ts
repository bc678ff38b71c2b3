import { expect, test } from 'vitest';
import { track } from './analytics';

test('it does not throw', () => {
  track('u1');
  expect(track('u2')).toBeUndefined();
});

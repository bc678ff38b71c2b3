import { describe, expect, test } from 'vitest';
import { hasWord, mayTake } from '../../src/source/may-take.js';

describe('a file may take an export', () => {
  test.each([
    ['by its name', "import { track } from './analytics';"],
    ['by its name as a text', 'export { "track" as follow } from "./analytics";'],
    ['off the namespace', "import * as analytics from './analytics';"],
    ['off the namespace, with a comment', "import * /* all */ as analytics from './analytics';"],
    ['by passing everything on', "export * from './analytics';"],
    ['off the module that is loaded', "/** later */ const analytics = await import('./analytics');"],
    ['off the module that is required', "/** now */ const analytics = require ('./analytics');"],
  ])('%s', (_, text) => {
    expect(mayTake('track', text)).toBe(true);
  });

  test.each([
    ['a longer name', "/** */ import { trackAll, $track, track2 } from './analytics';"],
    ['a product', "import { follow } from './analytics';\nexport const twice = follow() * 2;"],
    ['nothing', ''],
  ])('not for %s', (_, text) => {
    expect(mayTake('track', text)).toBe(false);
  });

  test('whatever stands there where it is the default', () => {
    expect(mayTake('default', "import follow from './analytics';")).toBe(true);
  });
});

test('a word is found behind a longer one', () => {
  expect(hasWord('track', 'tracking(track)')).toBe(true);
  expect(hasWord('track', 'tracking')).toBe(false);
});

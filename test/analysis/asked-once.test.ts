import { describe, expect, test } from 'vitest';
import { AlongPaths } from '../../src/analysis/along-paths.js';
import { ByDepth } from '../../src/analysis/by-depth.js';
import { firstAndLast } from '../../src/analysis/first-and-last.js';
import { isWithin } from '../../src/analysis/within-steps.js';
import { type Question, YesOrNo } from '../../src/analysis/yes-or-no.js';

/** Where each thing leads; `yes` is what is looked for. */
type Ways = Readonly<Record<string, readonly string[]>>;

/** Forty things, each of which leads to the next one twice. */
const LADDER: Ways = Object.fromEntries(
  Array.from({ length: 40 }, (_, at) => [`r${at}`, at === 39 ? ['end'] : [`r${at + 1}`, `r${at + 1}`]]),
);

describe('a question of yes or no', () => {
  function asking(ways: Ways): { ask(name: string): boolean; asked: string[] } {
    const subjects = new Map<string, object>();
    const asked: string[] = [];
    const question = (name: string): Question => {
      const about = subjects.get(name) ?? {};
      subjects.set(name, about);
      return {
        about,
        name: 'whole',
        next() {
          asked.push(name);
          return name === 'yes' ? true : (ways[name] ?? []).map(question);
        },
      };
    };
    const questions = new YesOrNo();
    return { ask: (name) => questions.ask(question(name)), asked };
  }

  test('is asked once, however many ways lead to it', () => {
    const { ask, asked } = asking(LADDER);
    expect(ask('r0')).toBe(false);
    expect(ask('r0')).toBe(false);
    expect(asked).toHaveLength(41);
  });

  test('is answered from behind a circle, wherever that is entered', () => {
    const ways: Ways = { a: ['b'], b: ['a', 'c'], c: ['yes'], d: ['b'], e: ['e'] };
    const { ask } = asking(ways);
    expect(['a', 'b', 'c', 'd', 'e'].map(ask)).toEqual([true, true, true, true, false]);
    const backwards = asking(ways);
    expect(['e', 'd', 'c', 'b', 'a'].map(backwards.ask)).toEqual([false, true, true, true, true]);
  });
});

test('what is within so many steps is found by the shortest way, and each thing is looked at once', () => {
  const looked: string[] = [];
  const within = (ways: Ways, start: string, most: number): boolean =>
    isWithin<string>(
      start,
      most,
      (one) => one,
      (one) => {
        looked.push(one);
        return one === 'yes' ? true : (ways[one] ?? []);
      },
    );
  const long: Ways = { a: ['b', 'x'], b: ['c'], c: ['yes'], x: ['yes'] };
  expect([1, 2].map((most) => within(long, 'a', most))).toEqual([false, true]);
  looked.length = 0;
  expect(within(LADDER, 'r0', 100)).toBe(false);
  expect(looked).toHaveLength(41);
});

test('an answer is kept for the depth at which it was given, and the name under which it was asked', () => {
  const known = new ByDepth<number>();
  const about = {};
  expect(known.once(about, 1, () => 1)).toBe(1);
  expect(known.once(about, 1, () => 2)).toBe(1);
  expect(known.once(about, 2, () => 3)).toBe(3);
  expect(known.once(about, 1, () => 4, 'other')).toBe(4);
});

test('an answer from within a circle is not taken for another way into it', () => {
  const nodes: Record<string, object> = { a: {}, b: {}, c: {} };
  const ways: Ways = { a: ['b'], b: ['a', 'c'], c: [] };
  const along = new AlongPaths<string>();
  const reach = (name: string): string =>
    along.once(nodes[name] ?? {}, () =>
      [
        name,
        ...(ways[name] ?? []).flatMap((one) => (along.isOnPath(nodes[one] ?? {}) ? [] : reach(one))),
      ].join(''),
    );
  expect(reach('a')).toBe('abc');
  expect(reach('b')).toBe('bac');
  expect(reach('c')).toBe('c');
});

test('of many that are the same the first and the last are left', () => {
  const all = ['a', 'b', 'a', 'c', 'a', 'b'];
  expect(firstAndLast(all, (one) => [one])).toEqual(['a', 'b', 'c', 'a', 'b']);
});

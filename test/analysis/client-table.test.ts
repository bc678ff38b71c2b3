import { expect, test } from 'vitest';
import { Table } from '../../src/analysis/client/table.js';
import type { Value } from '../../src/analysis/client/value.js';

const CLIENT: readonly Value[] = [{ kind: 'global' }];

test.each([
  ['a string', 'signal'],
  ['a node', {}],
])('%s is asked once', (_what, key) => {
  const table = new Table();
  let asked = 0;
  const ask = () =>
    table.once(key, () => {
      asked += 1;
      return CLIENT;
    });
  expect([ask(), ask()]).toEqual([CLIENT, CLIENT]);
  expect(asked).toBe(1);
});

test('a question that leads back to itself has no answer there', () => {
  const table = new Table();
  const ask = (key: string): readonly Value[] =>
    table.once(key, () => [...ask(key === 'first' ? 'second' : 'first'), ...CLIENT]);
  expect(ask('first')).toEqual(CLIENT);
});

test('questions without end have no answer, and those after them are answered', () => {
  const table = new Table();
  const ask = (step: number): readonly Value[] => table.once(`step ${step}`, () => ask(step + 1));
  expect(ask(0)).toEqual([]);
  expect(table.once('another', () => CLIENT)).toEqual(CLIENT);
});

test('questions that branch out are given up, and those after them are answered', () => {
  const table = new Table();
  let asked = 0;
  const ask = (path: string): readonly Value[] =>
    table.once(path, () => {
      asked += 1;
      return path.length < 18 ? [...ask(`${path}0`), ...ask(`${path}1`)] : [];
    });
  expect(ask('')).toEqual([]);
  expect(asked).toBeLessThan(2 ** 17);
  expect(table.once('another', () => CLIENT)).toEqual(CLIENT);
});

import { describe, expect, test } from 'vitest';
import { type MigratedProject, migrated } from '../support/migrated-project.js';
import {
  type Expected,
  type ProjectFixture,
  projectFixtures,
  type Texts,
  writeProjectFixture,
} from '../support/project-fixtures.js';

if (process.env.UPDATE_FIXTURES) {
  for (const { name, input, expected } of projectFixtures()) {
    const result = await migrated(input, expected);
    const { refused, withheld, ledger } = outcomeOf(result);
    const isEmpty = (map: object): boolean => Object.keys(map).length === 0;
    writeProjectFixture(name, result.changed, {
      ...expected,
      refused: isEmpty(refused) ? undefined : refused,
      withheld: isEmpty(withheld) ? undefined : withheld,
      ledger,
    });
  }
}

describe.each(projectFixtures())('$name', (fixture) => {
  test.each(waysOfWriting(fixture))('%s', async (_way, { input, output, expected }) => {
    const result = await migrated(input, expected);
    expect(result.failures).toEqual([]);
    expect({ ...input, ...result.changed }).toEqual(output);
    expect(Object.keys(result.changed).sort()).toEqual(
      Object.keys(output).filter((path) => output[path] !== input[path]),
    );
    const { refused = {}, withheld = {}, ledger } = expected;
    expect(outcomeOf(result)).toEqual({ refused, withheld, ledger });
    expect([...result.stillWithheld].sort()).toEqual(Object.values(withheld).sort());
    expect(result.leftToDo).toEqual([]);
    expect(result.errors).toEqual([]);
    // What was fixed is forwarded now, and every other call is what it was.
    const { calls, forwarded, fixed, ...rest } = ledger;
    expect(result.after).toEqual({
      calls,
      forwarded: forwarded + fixed,
      fixable: 0,
      fixed: 0,
      ...rest,
    });
  });
});

function outcomeOf({
  refused,
  withheld,
  before,
}: MigratedProject): Required<Pick<Expected, 'refused' | 'withheld' | 'ledger'>> {
  const { fixable, ...rest } = before;
  return { refused, withheld, ledger: { ...rest, fixed: fixable } };
}

/** The fixture as it stands, and with CRLF in every file. */
function waysOfWriting(fixture: ProjectFixture): [way: string, fixture: ProjectFixture][] {
  const inCrlf = (texts: Texts): Texts =>
    Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, text.replace(/\r?\n/g, '\r\n')]));
  if (process.env.MUTATED) return [['as it stands', fixture]];
  return [
    ['as it stands', fixture],
    ['in CRLF', { ...fixture, input: inCrlf(fixture.input), output: inCrlf(fixture.output) }],
  ];
}

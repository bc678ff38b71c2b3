import fc from 'fast-check';
import { describe, test } from 'vitest';
import { fixturesOf } from '../support/fixtures.js';
import { REWRITES, type Transform } from '../support/rewrites/rewrites.js';
import { grown, growths } from './support/grown.js';
import { runs, timeLimit } from './support/runs.js';
import { expectSame } from './support/same.js';

const TRANSFORMS = Object.keys(REWRITES) as Transform[];

describe.each(TRANSFORMS)('%s', (transform) => {
  const fixtures = fixturesOf(transform);
  const byName = new Map(fixtures.map((fixture) => [fixture.name, fixture]));

  test('does the same to a program that is only written differently', { timeout: timeLimit() }, () => {
    const cases = fc.record({ name: fc.constantFrom(...byName.keys()), growth: growths });
    let tried = 0;
    fc.assert(
      fc.property(cases, ({ name, growth }) => {
        const fixture = byName.get(name);
        if (!fixture) throw new Error(name);
        const program = grown(fixture.path, fixture.input, growth);
        fc.pre(program !== undefined);
        tried += 1;
        expectSame(transform, fixture, program.text, program.renamed);
      }),
      runs(transform === 'forward-session' ? 60 : 12),
    );
    if (process.env.PROPERTY_RUNS) console.log(`${transform}: ${tried} programs`);
  });
});

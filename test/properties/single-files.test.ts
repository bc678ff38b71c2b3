import fc from 'fast-check';
import { describe, test } from 'vitest';
import { fixturesOf } from '../support/fixtures.js';
import { REWRITES, type Transform } from '../support/rewrites/rewrites.js';
import { grown, growths } from './support/grown.js';
import { Progress, runs, timeLimit } from './support/runs.js';
import { expectSame } from './support/same.js';

const TRANSFORMS = Object.keys(REWRITES) as Transform[];

describe.each(TRANSFORMS)('%s', (transform) => {
  const fixtures = fixturesOf(transform);
  const byName = new Map(fixtures.map((fixture) => [fixture.name, fixture]));

  test('does the same to a program that is only written differently', { timeout: timeLimit() }, () => {
    const cases = fc.record({ name: fc.constantFrom(...byName.keys()), growth: growths });
    const progress = new Progress(transform);
    fc.assert(
      fc.property(fc.limitShrink(cases, 400), ({ name, growth }) => {
        const fixture = byName.get(name);
        if (!fixture) throw new Error(name);
        const program = grown(fixture.path, fixture.input, growth);
        fc.pre(program !== undefined);
        progress.tried();
        try {
          expectSame(transform, fixture, program.text, program.renamed);
        } catch (error) {
          progress.failed(name);
          throw error;
        }
      }),
      runs(transform === 'forward-session' ? 60 : 12),
    );
    progress.say();
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hasOxc } from '../../src/source/oxc.js';
import { parseQuickly, parseWithBabel } from '../../src/source/parse.js';
import { treeOf } from '../source/support/tree-of.js';
import { fixturesOf } from '../support/fixtures.js';
import { REWRITES, type Transform } from '../support/rewrites/rewrites.js';
import { grown, growths } from './support/grown.js';
import { Progress, runs, timeLimit } from './support/runs.js';

const FIXTURES = (Object.keys(REWRITES) as Transform[]).flatMap((transform) => fixturesOf(transform));

test.skipIf(!hasOxc())('both parsers make one tree of a program', { timeout: timeLimit() }, () => {
  const cases = fc.record({ fixture: fc.constantFrom(...FIXTURES), growth: growths });
  const progress = new Progress('parsers');
  fc.assert(
    fc.property(fc.limitShrink(cases, 400), ({ fixture, growth }) => {
      const program = grown(fixture.path, fixture.input, growth);
      fc.pre(program !== undefined);
      const quick = parseQuickly(fixture.path, program.text);
      fc.pre(quick !== undefined);
      progress.tried();
      const parsed = parseWithBabel(fixture.path, program.text);
      try {
        expect(parsed.kind).toBe('parsed');
        if (parsed.kind === 'parsed') expect(treeOf(quick)).toEqual(treeOf(parsed.file.ast));
      } catch (error) {
        progress.failed(fixture.name);
        throw error;
      }
    }),
    runs(60),
  );
  progress.say();
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MigratedProject, migrated } from '../support/migrated-project.js';
import { type ProjectFixture, projectFixtures } from '../support/project-fixtures.js';
import { withReader } from './support/canonical.js';
import { type Growth, grown, growths, meaning } from './support/grown.js';
import { Progress, runs, timeLimit } from './support/runs.js';

const fixtures = new Map(projectFixtures().map((fixture) => [fixture.name, fixture]));

test('migrate does the same to a project that is only written differently', {
  timeout: timeLimit(),
}, async () => {
  const cases = fc.record({ name: fc.constantFrom(...fixtures.keys()), growth: growths, files: fc.nat() });
  const progress = new Progress('projects');
  await fc.assert(
    fc.asyncProperty(fc.limitShrink(cases, 60), async ({ name, growth, files }) => {
      const fixture = fixtures.get(name);
      if (!fixture) throw new Error(name);
      const program = grownProject(fixture, growth, files);
      fc.pre(program !== undefined);
      progress.tried();
      try {
        expectSame(fixture, program, await migrated(program.texts, fixture.expected));
      } catch (error) {
        progress.failed(name);
        throw error;
      }
    }),
    runs(8),
  );
  progress.say();
});

interface GrownProject {
  readonly texts: Readonly<Record<string, string>>;
  readonly renamed: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Changes some of the source files, chosen by the bits of `files`; all of them where it is even. */
function grownProject(
  { input }: ProjectFixture,
  growth: readonly Growth[],
  files: number,
): GrownProject | undefined {
  const texts = { ...input };
  const renamed = new Map<string, ReadonlyMap<string, string>>();
  const sources = Object.keys(input).filter((path) => /\.[cm]?[jt]sx?$/.test(path));
  for (const [index, path] of sources.entries()) {
    if (files % 2 === 1 && ((files >> (1 + (index % 28))) & 1) === 0) continue;
    const mine = growth.map((one) => ({ ...one, seed: one.seed + index }));
    const changed = grown(path, input[path] ?? '', mine);
    if (!changed) return undefined;
    texts[path] = changed.text;
    renamed.set(path, changed.renamed);
  }
  return { texts, renamed };
}

function expectSame(
  { output, expected }: ProjectFixture,
  { texts, renamed }: GrownProject,
  result: MigratedProject,
): void {
  const shown = `\n${Object.entries({ ...texts, ...result.changed })
    .map(([path, text]) => `--- ${path}\n${text}`)
    .join('\n')}`;
  expect(result.failures, shown).toEqual([]);
  const { fixable, ...ledger } = result.before;
  expect({ ...ledger, fixed: fixable }, shown).toEqual(expected.ledger);
  const reason = (refusal: string | { reason: string }): string =>
    typeof refusal === 'string' ? refusal : refusal.reason;
  const reasons = (refused: MigratedProject['refused']): string[] =>
    Object.values(refused).map(reason).sort();
  expect(reasons(result.refused).filter(unique), shown).toEqual(
    reasons(expected.refused ?? {}).filter(unique),
  );
  for (const [path, text] of Object.entries(output)) {
    const after = result.changed[path] ?? texts[path] ?? '';
    if (!/\.[cm]?[jt]sx?$/.test(path)) expect(after, shown).toBe(text);
    else {
      const names = withReader(renamed.get(path) ?? new Map(), renamed.values());
      expect(meaning(path, after, names), `${path}${shown}`).toEqual(meaning(path, text));
    }
  }
  expect(result.leftToDo, shown).toEqual([]);
  expect(result.errors, shown).toEqual([]);
}

/** Calls that share a line are one place, so only the reasons can be compared. */
function unique(reason: string, index: number, all: readonly string[]): boolean {
  return all.indexOf(reason) === index;
}

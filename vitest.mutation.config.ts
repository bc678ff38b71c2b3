import { basename } from 'node:path';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The tests that say what each folder has to do, the quick ones first: the first that fails ends the run of a mutant. */
const TESTS: Readonly<Record<string, readonly string[]>> = {
  source: [
    'test/source/**/*.test.ts',
    'test/report/positions.test.ts',
    'test/next-config/*.test.ts',
    'test/signal-module/*.test.ts',
    'test/mount-proxy/mount-proxy.test.ts',
    'test/provider/mount-provider.test.ts',
    'test/provider/tracing-headers.test.ts',
    'test/templates/render-template.test.ts',
    'test/properties/edits.test.ts',
  ],
  analysis: [
    'test/analysis/*.test.ts',
    'test/rules/!(signal-module-outdated).test.ts',
    'test/provider/*.test.ts',
    'test/forward-session/fixtures.test.ts',
    'test/complete-context/complete-context.test.ts',
    'test/projects/projects.test.ts',
  ],
  runner: [
    'test/runner/files.test.ts',
    'test/runner/validate.test.ts',
    'test/runner/stage.test.ts',
    'test/runner/type-errors.test.ts',
    'test/runner/type-check.test.ts',
    'test/runner/undo.test.ts',
    'test/runner/write.test.ts',
    'test/runner/lock.test.ts',
    'test/hostile/state-folder.test.ts',
  ],
};

const tests = TESTS[process.env.MUTATED ?? 'source'] ?? [];

class QuickOnesFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number =>
      tests.findIndex((pattern) => moduleId.endsWith(basename(pattern).replace('*', '')));
    return [...files].sort((a, b) => rank(a) - rank(b));
  }
}

/** What `npm run mutation` runs for each mutant. Modules are loaded once for all tests, which is most of the time. */
export default defineConfig({
  test: { include: [...tests], testTimeout: 60_000, isolate: false, sequence: { sequencer: QuickOnesFirst } },
});

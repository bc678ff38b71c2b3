import { defineConfig } from 'vitest/config';

/** What `npm run mutation` runs for each mutant: the tests that say what `src/source` has to do, each way of writing a fixture once. */
export default defineConfig({
  test: {
    include: [
      'test/source/**/*.test.ts',
      'test/properties/edits.test.ts',
      'test/mount-proxy/mount-proxy.test.ts',
      'test/signal-module/*.test.ts',
      'test/next-config/*.test.ts',
      'test/provider/mount-provider.test.ts',
      'test/provider/tracing-headers.test.ts',
      'test/templates/render-template.test.ts',
      'test/report/positions.test.ts',
    ],
    testNamePattern: /^(?!.*(?:in CRLF|with a BOM|with tabs)$)/,
    testTimeout: 30_000,
  },
});

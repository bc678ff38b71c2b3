import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['e2e/*.test.ts', 'e2e/browser/*.test.ts'],
    globalSetup: 'e2e/support/pack.ts',
    // Two Next.js builds at once are slower than one after the other on a small machine.
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 120_000,
  },
});

import { configDefaults, defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx', 'runtime/**/*.test.ts', 'runtime/**/*.test.tsx'],
    // Processes, faults at every call and every combination: `npm run test:slow`.
    exclude: [...configDefaults.exclude, 'test/**/*.slow.test.ts'],
    testTimeout: 30_000,
    // By default one processor is left idle, which is half of a machine with two.
    maxWorkers: '100%',
  },
});

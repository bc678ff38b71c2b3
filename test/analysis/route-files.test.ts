import { expect, test } from 'vitest';
import { isTestFile } from '../../src/analysis/route-files.js';

test.each([
  'app/api/orders/route.test.ts',
  'app/api/orders/__tests__/route.ts',
  'lib/signal-server.spec.mjs',
  'components/button.stories.tsx',
  '__mocks__/signal.js',
  'cypress/login.cy.ts',
])('%s is a test and has no calls of its own', (path) => expect(isTestFile(path)).toBe(true));

test.each([
  'app/api/tests/route.ts',
  'app/test/page.tsx',
  'lib/test.ts',
  'app/api/contest/route.ts',
  'lib/latest.spec/index.ts',
])('%s is production code', (path) => expect(isTestFile(path)).toBe(false));

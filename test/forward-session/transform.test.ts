import type { API } from 'jscodeshift';
import { expect, test } from 'vitest';
import transform from '../../transforms/forward-session/index.js';

const ROUTE = `import { signal } from '@acme/analytics';

export async function POST(request: Request) {
  signal.capture({ distinctId: 'u', event: 'ordered' });
  return Response.json({});
}
`;

const run = (options: Record<string, unknown>) =>
  transform({ path: 'app/api/order/route.ts', source: ROUTE }, {} as API, options);

test('the plain transform takes named clients', () => {
  expect(run({})).toBeUndefined();
  expect(run({ client: '@acme/analytics#signal' })).toContain('getSessionInfo(request)');
  expect(run({ client: 'other#x,@acme/analytics#signal' })).toContain('getSessionInfo(request)');
  expect(() => run({ client: 'signal' })).toThrow('--client=signal is not of the form module#export');
});

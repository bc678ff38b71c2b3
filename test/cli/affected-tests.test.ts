import { expect, test } from 'vitest';
import { APP_WITH_PROVIDER, committed } from './support/apps.js';
import { cli } from './support/run-cli.js';

const HELPER = `import { signal } from './signal';

export function track(id: string) {
  signal.capture({ distinctId: id, event: 'ordered' });
}

export function total(prices: number[]) {
  return prices.length;
}
`;
const ROUTE = `import { track } from '@/lib/track';

export async function POST(request: Request) {
  const { id } = await request.json();
  track(id);
  return Response.json({ ok: true });
}
`;
const TEST = `import { expect, test, vi } from 'vitest';
import { track } from '@/lib/track';

test('tracks', () => {
  expect(vi.mocked(track)).toHaveBeenCalledWith('u1');
});
`;

test('migrate names the tests that import a function which takes the session by now', async () => {
  const folder = committed({
    ...APP_WITH_PROVIDER,
    'app/api/order/route.ts': ROUTE,
    'lib/track.ts': HELPER,
    'lib/track.test.ts': TEST,
    'lib/total.test.ts': "import { total } from './track';\n\ntotal([]);\n",
  });
  const { code, stderr } = await cli(folder.root, ['migrate', '--yes']);
  expect(code).toBe(0);
  expect(stderr).toContain(
    'note: functions that these tests import take the session now; what they expect of the arguments may have to follow:\n  lib/track.test.ts  (track)\n',
  );
  expect(stderr).not.toContain('total.test.ts');
  expect(folder.read('lib/track.test.ts')).toBe(TEST);
  expect((await cli(folder.root, ['migrate', '--yes'])).stderr).not.toContain('note:');
});

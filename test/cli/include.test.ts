import { describe, expect, test } from 'vitest';
import { APP_WITH_PROVIDER, committed } from './support/apps.js';
import { cli } from './support/run-cli.js';

const WEBHOOK = `import { signal } from '@/lib/signal';

export async function POST(request: Request) {
  const { customer } = await request.json();
  signal.capture({ distinctId: customer, event: 'order_paid' });
  return new Response(null, { status: 204 });
}
`;

const PAGE = `import { cookies } from 'next/headers';
import { signal } from '@/lib/signal';

export default async function Page() {
  const user = (await cookies()).get('user');
  signal.capture({ distinctId: user?.value ?? 'anonymous', event: 'orders_rendered' });
  return <h1>Orders</h1>;
}
`;

const FILES = {
  ...APP_WITH_PROVIDER,
  'next.config.mjs': 'export default {};\n',
  'app/api/webhooks/shop/route.ts': WEBHOOK,
  'app/orders/page.tsx': PAGE,
};

describe('--include', () => {
  test('names what is refused without it, each with its reason', async () => {
    const folder = committed(FILES);
    const { stdout } = await cli(folder.root, ['check']);
    expect(stdout).toContain('3 Signal calls: 0 forwarded, 1 fixable, 2 refused, 0 suppressed');
    expect(stdout).toMatch(/refused \(1\): answers a webhook\n +app\/api\/webhooks\/shop\/route.ts:5/);
    expect(stdout).toMatch(/refused \(1\): stands in a server component\n +app\/orders\/page.tsx:6/);
  });

  test('makes check and migrate count them, and says so in the command to run', async () => {
    const folder = committed(FILES);
    const flags = ['--include', 'webhooks', 'server-components'];
    const checked = await cli(folder.root, ['check', ...flags]);
    expect(checked.code).toBe(1);
    expect(checked.stdout).toContain('3 Signal calls: 0 forwarded, 3 fixable, 0 refused, 0 suppressed');
    expect(checked.stdout).toContain(
      'To fix: npx signal-next init, then npx signal-next migrate --include webhooks server-components',
    );
    const migrated = await cli(folder.root, ['migrate', '--yes', ...flags]);
    expect(migrated.code).toBe(0);
    expect(migrated.stdout).toContain('3 Signal calls: 0 forwarded, 3 fixed, 0 refused, 0 suppressed');
    expect(folder.read('app/api/webhooks/shop/route.ts')).toContain('getSessionInfo(request)');
    expect(folder.read('app/orders/page.tsx')).toContain('getSessionInfo(await headers())');
    // What was forwarded once is forwarded, whoever asks.
    const again = await cli(folder.root, ['check']);
    expect(again.code).toBe(0);
    expect(again.stdout).toContain('3 Signal calls: 3 forwarded, 0 fixable, 0 refused, 0 suppressed');
  });

  test('takes one of the two', async () => {
    const folder = committed(FILES);
    const { stdout } = await cli(folder.root, ['check', '--include', 'webhooks']);
    expect(stdout).toContain('2 fixable, 1 refused');
  });
});

describe('a placeholder for the distinct id', () => {
  test('is a warning that only --strict lets fail the check', async () => {
    const folder = committed({
      ...APP_WITH_PROVIDER,
      'app/api/order/route.ts': WEBHOOK.replace('customer,', "customer ?? 'anonymous',"),
    });
    expect((await cli(folder.root, ['migrate', '--yes'])).code).toBe(0);
    const { code, stdout } = await cli(folder.root, ['check']);
    expect(code).toBe(0);
    expect(stdout).toContain('warning[placeholder-distinct-id]: capture() falls back to the distinct id');
    expect((await cli(folder.root, ['check', '--strict'])).code).toBe(1);
    const report = JSON.parse((await cli(folder.root, ['check', '--json'])).stdout);
    expect(report.projects[0].findings).toMatchObject([
      { rule: 'placeholder-distinct-id', severity: 'warning', fixedBy: null },
    ]);
  });
});

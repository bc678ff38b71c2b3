// @file app/api/orders/route.ts
import { AsyncLocalStorage } from 'node:async_hooks';
import { signal } from '@/lib/signal-server';

const tenant = new AsyncLocalStorage<string>();

export async function GET(request: Request) {
  return tenant.run('shop', async () => {
    const query = new URL(request.url).searchParams.get('q');
    signal.capture({ distinctId: 'shop', event: 'searched', properties: { query } });
    return Response.json({ query });
  });
}

// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';
import { withCache as held } from '@/lib/cache';

export async function GET(request: Request) {
  signal.capture({ distinctId: 'shop', event: 'searched' });
  return held('orders', async () => Response.json({ url: request.url }));
}

// @file app/api/orders/route.ts
import { readIds } from '@/lib/session';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const ids = readIds(request);
  signal.capture({ distinctId: 'u1', event: 'order_created', ...ids });
  signal.alias('u1', 'u2', ids.sessionId, ids.windowId);
  return Response.json({});
}

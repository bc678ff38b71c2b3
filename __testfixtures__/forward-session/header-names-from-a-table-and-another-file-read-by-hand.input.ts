// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';
import { WINDOW } from '@/lib/header-names';

const HEADERS = { other: 'X-Other', session: 'X-Signal-Session-Id', distinct: 'x-signal-distinct-id' };

export async function POST(request: Request) {
  signal.capture({
    distinctId: request.headers.get(HEADERS.distinct) || 'u1',
    event: 'order_created',
    sessionId: request.headers.get(HEADERS.session) ?? undefined,
    windowId: request.headers.get(WINDOW) ?? undefined,
  });
  return Response.json({});
}

// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(req: Request) {
  signal.capture({
    distinctId: req.headers.get('X-Signal-Distinct-Id') ?? 'anonymous',
    event: 'order_created',
    sessionId: req.headers.get('X-Signal-Session-Id') ?? undefined,
    windowId: req.headers.get('X-Signal-Window-Id') ?? undefined,
  });
  return Response.json({});
}

// @file app/api/orders/route.ts
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  signal.capture({ event: 'order_created', ...getSessionInfo(request), distinctId: 'u1' });
  const session = getSessionInfo(request);
  signal.identify({ distinctId: 'u1', ...session });
  signal.alias('u1', 'u2', session.sessionId, session.windowId);
  return Response.json({});
}

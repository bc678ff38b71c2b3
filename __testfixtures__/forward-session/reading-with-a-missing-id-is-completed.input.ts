// @file app/api/orders/route.ts
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  signal.identify({ distinctId: 'u1', sessionId, windowId });
  signal.capture({ distinctId: 'u1', event: 'a' });
  return Response.json({});
}

// @file app/api/orders/route.ts
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  signal.identify({ distinctId: 'u', sessionId, windowId });
  signal.capture({ distinctId: 'u', event: 'x' });
  return Response.json({});
}

// @file app/api/orders/route.ts
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  signal.capture({ distinctId: 'u1', event: 'early' });
  const { sessionId, windowId } = getSessionInfo(request);
  signal.identify({ distinctId: 'u1', sessionId, windowId });
  return Response.json({});
}

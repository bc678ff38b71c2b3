// @file app/api/orders/route.ts
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({ distinctId: distinctId || 'u', event: 'x', sessionId, windowId });
  signal.setPersonProperties('u', {}, sessionId, windowId);
  return Response.json({});
}

// @file app/api/orders/route.ts
import { getSessionInfo, signal } from '@/lib/signal-server';

interface Payload {
  distinctId: string;
  event: string;
  sessionId?: string;
  windowId?: string;
}

export async function POST(request: Request) {
  const { userId } = await request.json();
  const payload: Payload = { distinctId: userId, event: 'ordered' };
  const { sessionId, windowId } = getSessionInfo(request);
  payload.sessionId = sessionId;
  payload.windowId = windowId;
  if (userId) signal.capture(payload);
  signal.identify({ ...payload });
  return Response.json({});
}

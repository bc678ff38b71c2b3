// @file app/api/orders/route.ts
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId, isVisit } = await request.json();
  const { sessionId, windowId } = getSessionInfo(request);
  const payload: any = { distinctId: userId, event: 'ordered' };
  if (isVisit) {
    payload.sessionId = sessionId;
    payload.windowId = windowId;
  }
  signal.capture(payload);
  return Response.json({});
}

export async function PUT(request: Request) {
  const { userId } = await request.json();
  const { sessionId, windowId } = getSessionInfo(request);
  const payload: any = { distinctId: userId, event: 'changed' };
  signal.capture(payload);
  payload.sessionId = sessionId;
  payload.windowId = windowId;
  return Response.json({});
}

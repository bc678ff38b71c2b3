import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId, isVisit } = await request.json();
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const payload: any = { distinctId: userId, event: 'ordered' };
  if (isVisit) {
    payload.sessionId = sessionId;
    payload.windowId = windowId;
  }
  signal.capture({
    ...payload,
    distinctId: distinctId || payload.distinctId,
    sessionId,
    windowId,
  });
  return Response.json({});
}

export async function PUT(request: Request) {
  const { userId } = await request.json();
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const payload: any = { distinctId: userId, event: 'changed' };
  signal.capture({
    ...payload,
    distinctId: distinctId || payload.distinctId,
    sessionId,
    windowId,
  });
  payload.sessionId = sessionId;
  payload.windowId = windowId;
  return Response.json({});
}

// @file app/api/orders/route.ts
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  signal.capture({ distinctId: userId, event: 'ordered', sessionId: undefined, windowId: void 0 });
  signal.identify({
    distinctId: userId,
    // filled in later
    sessionId: undefined,
    windowId: undefined as string | undefined,
    properties: { plan: 'pro' },
  });
  return Response.json({});
}

export async function PUT(request: Request) {
  const { userId } = await request.json();
  const { sessionId: signalId } = getSessionInfo(request);
  signal.capture({ distinctId: userId, event: 'changed', sessionId: signalId, windowId: undefined });
  return Response.json({});
}

export async function PATCH(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  signal.capture({ distinctId: userId, event: 'patched', sessionId: undefined, windowId: undefined });
  return Response.json({});
}

export async function DELETE(request: Request) {
  const { userId, payload } = await request.json();
  signal.capture({ sessionId: undefined, distinctId: userId, event: 'deleted' });
  signal.capture({ ...payload, sessionId: undefined });
  return Response.json({});
}

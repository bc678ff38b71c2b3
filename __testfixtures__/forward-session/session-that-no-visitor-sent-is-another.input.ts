// @file app/api/orders/route.ts
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const answer = await fetch('https://pay.test/orders', { method: 'POST', body: await request.text() });
  const { sessionId, windowId } = getSessionInfo(answer);
  signal.capture({ distinctId: 'u1', event: 'order_created', sessionId, windowId });
  return Response.json({});
}

export async function PUT(request: Request) {
  const { sessionId, windowId } = getSessionInfo(new Headers());
  signal.capture({ distinctId: request.url, event: 'order_changed', sessionId, windowId });
  return Response.json({});
}

export async function PATCH(request: Request) {
  const nobody = getSessionInfo(null);
  signal.alias(request.url, 'u2', nobody.sessionId, nobody.windowId);
  return Response.json({});
}

export async function DELETE(request: Request) {
  const { sessionId, windowId } = getSessionInfo({ headers: {} });
  signal.capture({ distinctId: request.url, event: 'order_deleted', sessionId, windowId });
  return Response.json({});
}

// @file app/api/orders/route.ts
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const copied = new Headers();
  for (const [name, value] of request.headers) copied.set(name, value);
  const { sessionId, windowId } = getSessionInfo(copied);
  signal.capture({ distinctId: 'u1', event: 'order_created', sessionId, windowId });
  return Response.json({});
}

export async function PUT(request: Request) {
  const { sessionId, windowId } = getSessionInfo({ headers: Object.fromEntries(request.headers) });
  signal.capture({ distinctId: request.url, event: 'order_changed', sessionId, windowId });
  return Response.json({});
}

export async function DELETE(request: Request) {
  const { sessionId, windowId } = getSessionInfo(new Headers(request.headers));
  signal.capture({ distinctId: request.url, event: 'order_deleted', sessionId, windowId });
  return Response.json({});
}

// @file app/api/orders/route.ts
import { getSessionInfo, signal } from '@/lib/signal-server';

function send(payload: { distinctId: string; event: string; [key: string]: unknown }) {
  signal.capture(payload);
}

function sendIds(payload: { distinctId: string; event: string; sessionId?: string; windowId?: string }) {
  signal.capture({ ...payload });
}

export async function POST(request: Request) {
  send({ distinctId: 'u1', event: 'order_created', ...getSessionInfo(request) });
  const { sessionId, windowId } = getSessionInfo(request);
  sendIds({ distinctId: 'u1', event: 'order_created', sessionId, windowId });
  return Response.json({});
}

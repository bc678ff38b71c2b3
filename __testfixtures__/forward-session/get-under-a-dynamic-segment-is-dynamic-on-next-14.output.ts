import { signal, getSessionInfo } from '@/lib/signal-server';

export async function GET(_request: Request, { params }: { params: { id: string } }) {
  const { sessionId, windowId, distinctId } = getSessionInfo(_request);
  signal.capture({ distinctId: distinctId || params.id, event: 'order_read', sessionId, windowId });
  return Response.json({ id: params.id });
}

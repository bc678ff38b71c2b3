import { signal, getSessionInfo } from '@/lib/signal-server';

interface ShopEvent {
  readonly distinctId: string;
  readonly event: string;
  readonly properties?: Record<string, unknown>;
}

function build(id: string): ShopEvent {
  return { distinctId: id, event: 'ordered' };
}

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { id } = await request.json();
  const payload: ShopEvent = build(id);
  signal.capture({
    ...payload,
    distinctId: distinctId || payload.distinctId,
    sessionId,
    windowId,
  });
  signal.capture({ ...build(id), sessionId, windowId });
  signal.capture({
    ...payload,
    event: 'paid',
    distinctId: distinctId || payload.distinctId,
    sessionId,
    windowId,
  });
  return Response.json({});
}

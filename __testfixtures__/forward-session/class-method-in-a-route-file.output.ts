import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

class OrderTracker {
  constructor(private readonly userId: string) {}

  created(total: number, session?: SessionInfo) {
    signal.capture({
      distinctId: session?.distinctId || this.userId,
      event: 'order_created',
      properties: { total },
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  }
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId, total } = await request.json();
  new OrderTracker(userId).created(total, session);
  return Response.json({ ok: true });
}

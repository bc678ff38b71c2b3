import { getSessionInfo, type SessionInfo, signal } from '@/lib/signal-server';
import type { Deps, Maybe, Tracking } from '@/lib/tracking-types';

function opened({ tracking }: Deps, userId: string, session?: SessionInfo) {
  tracking.capture({
    distinctId: session?.distinctId || userId,
    event: 'order_opened',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

function paid(client: Maybe<Tracking>, userId: string, session?: SessionInfo) {
  client?.capture({
    distinctId: session?.distinctId || userId,
    event: 'order_paid',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  opened({ tracking: signal }, userId, session);
  paid(signal, userId, session);
  return Response.json({});
}

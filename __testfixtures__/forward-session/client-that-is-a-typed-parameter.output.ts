import type { createSignalServer, SignalServer } from 'signal-next/server';
import { getSessionInfo, type SessionInfo, signal } from '@/lib/signal-server';

interface Deps {
  client: Pick<SignalServer, 'capture'> | null;
  userId: string;
}

function created({ client, userId }: Deps, session?: SessionInfo) {
  client?.capture({
    distinctId: session?.distinctId || userId,
    event: 'order_created',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

const changed = (client: SignalServer, userId: string, session?: SessionInfo) =>
  client.capture({
    distinctId: session?.distinctId || userId,
    event: 'order_changed',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });

function removed(
  client: ReturnType<typeof createSignalServer> | undefined,
  userId: string,
  session?: SessionInfo,
) {
  client?.capture({
    distinctId: session?.distinctId || userId,
    event: 'order_removed',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  created({ client: signal, userId }, session);
  changed(signal, userId, session);
  removed(signal, userId, session);
  return Response.json({});
}

import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

interface Buyer {
  readonly id?: string;
  readonly email: string;
}

function trackBuyer({ id, email }: Buyer, total: number, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || (id ?? email),
    event: 'bought',
    properties: { total },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

function trackId<Id extends string>(distinctId: Id, event = 'seen', session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || distinctId,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const buyer: Buyer = await request.json();
  trackBuyer(buyer, 3, session);
  trackId(buyer.email, undefined, session);
  return Response.json({});
}

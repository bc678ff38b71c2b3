import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

interface Payload {
  distinctId: string;
  event: string;
}

function send(payload: Payload, session?: SessionInfo) {
  signal.capture({
    ...payload,
    distinctId: session?.distinctId || payload.distinctId,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

function sendWith({ event, ...rest }: Payload, session?: SessionInfo) {
  signal.capture({
    event,
    ...rest,
    distinctId: session?.distinctId || rest.distinctId,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  send({ distinctId: 'u1', event: 'order_created' }, session);
  sendWith({ distinctId: 'u1', event: 'order_created' }, session);
  return Response.json({});
}

import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

const send = (
  event: string,
  distinctId = 'anon',
  session?: SessionInfo,
) =>
  signal.capture({
    event,
    distinctId: session?.distinctId || distinctId,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });

async function notify(event: string, session?: SessionInfo) {
  if (event === 'again') await notify('once', session);
  send(event, undefined, session);
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  await notify('created', session);
  return Response.json({});
}

import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

let sessionId = 0;
const windowId = 'main';
const session = { open: true };

function track(userId: string, signalSession?: SessionInfo) {
  signal.capture({
    distinctId: signalSession?.distinctId || userId,
    event: 'ordered',
    properties: { open: session.open },
    sessionId: signalSession?.sessionId,
    windowId: signalSession?.windowId,
  });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  sessionId += 1;
  track(userId, session);
  return Response.json({ sessionId, windowId });
}

export async function PUT(request: Request) {
  const {
    sessionId: signalSessionId,
    windowId: signalWindowId,
    distinctId,
  } = getSessionInfo(request);
  const { userId } = await request.json();
  signal.capture({
    distinctId: distinctId || userId,
    event: 'changed',
    properties: { windowId },
    sessionId: signalSessionId,
    windowId: signalWindowId,
  });
  const count = () => sessionId;
  return Response.json({ count: count() });
}

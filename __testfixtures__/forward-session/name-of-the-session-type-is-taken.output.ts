import {
  signal,
  getSessionInfo,
  type SessionInfo as SignalSessionInfo,
} from '@/lib/signal-server';

interface SessionInfo {
  id: string;
}

function track(info: SessionInfo, session?: SignalSessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || info.id,
    event: 'session_started',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  track(await request.json(), session);
  return Response.json({});
}

import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

function track(event: string, count = 1, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || 'system',
    event,
    properties: { count },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

setInterval(() => track('tick'), 60_000);

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  track('job_started', undefined, session);
  return Response.json({});
}

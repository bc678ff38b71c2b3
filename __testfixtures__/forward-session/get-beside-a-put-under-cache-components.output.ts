import { signal, getSessionInfo } from '@/lib/signal-server';

export async function GET(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({
    distinctId: distinctId || 'anon',
    event: 'read',
    sessionId,
    windowId,
  });
  return Response.json([]);
}

export async function PUT() {
  return Response.json({});
}

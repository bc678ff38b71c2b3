import signal, { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  signal.alias('u1', 'u2', sessionId, windowId);
  return Response.json({});
}

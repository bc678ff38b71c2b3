import { signal, getSessionInfo } from '@/lib/signal-server';

async function handler(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({
    distinctId: distinctId || 'anon',
    event: 'orders_read',
    sessionId,
    windowId,
  });
  return Response.json([]);
}

export { handler as GET, handler as POST };

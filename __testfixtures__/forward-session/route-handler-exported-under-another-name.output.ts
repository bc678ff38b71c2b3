import { signal, getSessionInfo } from '@/lib/signal-server';

async function handler(req: Request) {
  const { sessionId, windowId } = getSessionInfo(req);
  signal.identify({
    distinctId: 'u1',
    properties: { plan: 'pro' },
    sessionId,
    windowId,
  });
  return Response.json({});
}

export { handler as POST, handler as PUT };

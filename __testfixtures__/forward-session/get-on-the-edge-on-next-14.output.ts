import { signal, getSessionInfo } from '@/lib/signal-server';

export const runtime = 'edge';

export const GET = async (request: Request) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({
    distinctId: distinctId || 'anon',
    event: 'read',
    sessionId,
    windowId,
  });
  return Response.json([]);
};

import { signal, getSessionInfo } from '@/lib/signal-server';

export async function GET(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  try {
    const uid = request.headers.get('x-user');
    signal.capture({
      distinctId: distinctId || (uid ?? 'anon'),
      event: 'read',
      sessionId,
      windowId,
    });
  } finally {
    await close();
  }
  return Response.json([]);
}

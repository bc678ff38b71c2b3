import { signal, getSessionInfo } from '@/lib/signal-server';

export async function GET(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  let uid: string | null = null;
  try {
    await prepare();
  } catch {
    await recover();
  } finally {
    uid = request.headers.get('x-user');
  }
  signal.capture({
    distinctId: distinctId || (uid ?? 'anon'),
    event: 'read',
    sessionId,
    windowId,
  });
  return Response.json([]);
}

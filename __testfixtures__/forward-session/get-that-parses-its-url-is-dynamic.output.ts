import { signal, getSessionInfo } from '@/lib/signal-server';

export async function GET({ url, headers }: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(headers);
  const { searchParams } = new URL(url);
  signal.capture({
    distinctId: distinctId || (searchParams.get('uid') ?? 'anon'),
    event: 'read',
    sessionId,
    windowId,
  });
  return Response.json([]);
}

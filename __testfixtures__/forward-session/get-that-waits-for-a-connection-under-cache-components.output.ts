import { connection } from 'next/server';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function GET(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  await connection();
  signal.capture({
    distinctId: distinctId || 'anon',
    event: 'read',
    sessionId,
    windowId,
  });
  return Response.json([]);
}

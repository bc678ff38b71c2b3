import { cookies } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function GET(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const jar = cookies();
  signal.capture({
    distinctId: distinctId || (jar.get('uid')?.value ?? 'anon'),
    event: 'read',
    sessionId,
    windowId,
  });
  return Response.json([]);
}

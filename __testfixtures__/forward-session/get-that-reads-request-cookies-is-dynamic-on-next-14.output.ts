import type { NextRequest } from 'next/server';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function GET(request: NextRequest) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const uid = request.cookies.get('uid')?.value;
  signal.capture({
    distinctId: distinctId || (uid ?? 'anon'),
    event: 'read',
    sessionId,
    windowId,
  });
  return Response.json([]);
}

import { signal, getSessionInfo } from '@/lib/signal-server';
import { NextRequest } from 'next/server';

export async function GET(req: NextRequest) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  const q = req.nextUrl.searchParams.get('q');
  signal.capture({
    distinctId: distinctId || 'anon',
    event: 'search',
    properties: { q },
    sessionId,
    windowId,
  });
  return Response.json([]);
}

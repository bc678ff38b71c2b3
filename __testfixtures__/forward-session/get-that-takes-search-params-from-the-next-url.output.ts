import type { NextRequest } from 'next/server';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function GET(request: NextRequest) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { searchParams } = request.nextUrl;
  signal.capture({
    distinctId: distinctId || (searchParams.get('uid') ?? 'anon'),
    event: 'read',
    sessionId,
    windowId,
  });
  return Response.json([]);
}

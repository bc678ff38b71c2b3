import { NextResponse, type NextRequest } from 'next/server';
import { signal, getSessionInfo } from '@/lib/signal-server';

export function middleware(request: NextRequest) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'visited',
    sessionId,
    windowId,
  });
  return NextResponse.next();
}

export const config = { matcher: ['/'] };

import { NextResponse, type NextRequest } from 'next/server';
import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

export const proxy = async (request: NextRequest) => {
  const session = getSessionInfo(request);
  visited(request.nextUrl.pathname, session);
  return NextResponse.next();
};

function visited(path: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || 'u1',
    event: 'visited',
    properties: { path },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

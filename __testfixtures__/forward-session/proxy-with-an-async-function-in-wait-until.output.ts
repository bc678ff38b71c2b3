import { type NextFetchEvent, NextResponse, type NextRequest } from 'next/server';
import { signal, getSessionInfo } from '@/lib/signal-server';

export function proxy(request: NextRequest, event: NextFetchEvent) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  event.waitUntil(
    (async () => {
      signal.capture({ distinctId: distinctId || 'u1', event: 'visited', sessionId, windowId });
    })(),
  );
  return NextResponse.next();
}

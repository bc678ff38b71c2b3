// @file proxy.ts
import { type NextFetchEvent, NextResponse, type NextRequest } from 'next/server';
import { signal } from '@/lib/signal-server';

export function proxy(request: NextRequest, event: NextFetchEvent) {
  event.waitUntil(
    (async () => {
      signal.capture({ distinctId: 'u1', event: 'visited' });
    })(),
  );
  return NextResponse.next();
}

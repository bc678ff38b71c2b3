import { signal, getSessionInfo } from '@/lib/signal-server';
import type { NextRequest } from 'next/server';

export async function POST({ nextUrl, cookies, headers }: NextRequest) {
  const { sessionId, windowId, distinctId } = getSessionInfo(headers);
  signal.capture({
    distinctId: distinctId || cookies.get('uid')?.value,
    event: nextUrl.pathname,
    sessionId,
    windowId,
  });
  return Response.json({});
}

import { type NextRequest, NextResponse } from 'next/server';
import { auth, currentUser } from '@/lib/auth';
import {
  flush,
  getSessionInfo,
  type SessionInfo,
  signal,
} from '@/lib/signal-server';

function track(event: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || 'u1',
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: NextRequest) {
  const session = getSessionInfo(request);
  await auth(await currentUser());
  track('order_created', session);
  await flush();
  return NextResponse.json({});
}

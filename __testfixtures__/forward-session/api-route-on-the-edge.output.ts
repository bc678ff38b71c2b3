import type { NextRequest } from 'next/server';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const config = { runtime: 'edge' };

export default async function handler(req: NextRequest) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  const { userId } = await req.json();
  signal.capture({
    distinctId: distinctId || userId,
    event: 'note_saved',
    sessionId,
    windowId,
  });
  return new Response('ok');
}

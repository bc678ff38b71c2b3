import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';
import { withParsed } from '@/lib/wrap';

export const POST = withParsed(async (req) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || req.auth.userId,
    event: 'saved',
    sessionId,
    windowId,
  });
  return { ok: true };
});

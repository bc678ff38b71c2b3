import { headers } from 'next/headers';
import { withErrors } from '@/lib/wrappers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const POST = withErrors(async () => {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'order_created',
    sessionId,
    windowId,
  });
  return Response.json({});
});

import { handleCallback } from '@vercel/queue';
import { inTransaction } from '@acme/db';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const POST = handleCallback(async (request: Request) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  return inTransaction(async () => {
    signal.capture({ distinctId: distinctId || 'shop', event: 'mail_sent', sessionId, windowId });
    return Response.json({});
  });
});

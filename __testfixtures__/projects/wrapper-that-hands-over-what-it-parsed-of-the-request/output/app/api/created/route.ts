import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';
import { createHandler } from '@/lib/wrap';

const schema = { validate: async (value: unknown) => value as { auth: { userId: string } } };

export const POST = createHandler({
  schema,
  handler: async (req) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
    signal.capture({
      distinctId: distinctId || req.auth.userId,
      event: 'created',
      sessionId,
      windowId,
    });
    return { ok: true };
  },
});

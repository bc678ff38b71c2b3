import { createSafeActionClient } from 'next-safe-action';
import { headers } from 'next/headers';
import { getUser } from './auth';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const actionClient = createSafeActionClient({
  handleServerError(error) {
    return error.message;
  },
});

export const authActionClient = actionClient.use(async ({ next, metadata }) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  const user = await getUser();
  const result = await next({ ctx: { user } });
  signal.capture({
    distinctId: distinctId || user.id,
    event: 'action_called',
    properties: { metadata },
    sessionId,
    windowId,
  });
  return result;
});

// @file lib/safe-action.ts
import { createSafeActionClient } from 'next-safe-action';
import { getUser } from './auth';
import { signal } from '@/lib/signal-server';

export const actionClient = createSafeActionClient({
  handleServerError(error) {
    return error.message;
  },
});

export const authActionClient = actionClient.use(async ({ next, metadata }) => {
  const user = await getUser();
  const result = await next({ ctx: { user } });
  signal.capture({ distinctId: user.id, event: 'action_called', properties: { metadata } });
  return result;
});

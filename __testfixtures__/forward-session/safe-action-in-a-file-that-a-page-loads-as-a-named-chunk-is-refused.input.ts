// @file lib/safe-action.ts
import { createSafeActionClient } from 'next-safe-action';
import { signal } from '@/lib/signal-server';

export const actionClient = createSafeActionClient().use(async ({ next }) => {
  signal.capture({ distinctId: 'u1', event: 'action_called' });
  return next();
});

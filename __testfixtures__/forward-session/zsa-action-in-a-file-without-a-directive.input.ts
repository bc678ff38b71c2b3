// @file server/actions.ts
import { createServerAction } from 'zsa';
import { signal } from '@/lib/signal-server';

export const createOrder = createServerAction().handler(async ({ input }) => {
  signal.capture({ distinctId: input.userId, event: 'order_created' });
});

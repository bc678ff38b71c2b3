// @file app/actions.ts
'use server';

import { createServerAction, createServerActionProcedure } from 'zsa';
import { signal } from '@/lib/signal-server';

const authed = createServerActionProcedure().handler(async () => {
  signal.capture({ distinctId: 'u1', event: 'procedure_called' });
  return { userId: 'u1' };
});

export const createOrder = createServerAction()
  .input(schema)
  .handler(async ({ input }) => {
    signal.capture({ distinctId: input.userId, event: 'order_created' });
  });

export const renameOrder = authed
  .createServerAction()
  .input(schema)
  .handler(async ({ ctx }) => {
    signal.capture({ distinctId: ctx.userId, event: 'order_renamed' });
  });

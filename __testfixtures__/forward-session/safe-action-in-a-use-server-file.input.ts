// @file app/actions.ts
'use server';

import { authActionClient } from '@/lib/safe-action';
import { signal } from '@/lib/signal-server';

export const createOrder = authActionClient
  .metadata({ name: 'createOrder' })
  .inputSchema(schema)
  .action(async ({ parsedInput, ctx }) => {
    signal.capture({ distinctId: ctx.userId, event: 'order_created' });
    return { id: parsedInput.id };
  });

export const renameOrder = authActionClient
  .schema(schema)
  .use(async ({ next, ctx }) => {
    signal.capture({ distinctId: ctx.userId, event: 'action_called' });
    return next({ ctx });
  })
  .stateAction(async ({ ctx }) => {
    signal.capture({ distinctId: ctx.userId, event: 'order_renamed' });
  });

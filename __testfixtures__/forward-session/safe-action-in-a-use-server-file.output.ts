'use server';

import { headers } from 'next/headers';
import { authActionClient } from '@/lib/safe-action';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const createOrder = authActionClient
  .metadata({ name: 'createOrder' })
  .inputSchema(schema)
  .action(async ({ parsedInput, ctx }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
    signal.capture({
      distinctId: distinctId || ctx.userId,
      event: 'order_created',
      sessionId,
      windowId,
    });
    return { id: parsedInput.id };
  });

export const renameOrder = authActionClient
  .schema(schema)
  .use(async ({ next, ctx }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
    signal.capture({
      distinctId: distinctId || ctx.userId,
      event: 'action_called',
      sessionId,
      windowId,
    });
    return next({ ctx });
  })
  .stateAction(async ({ ctx }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
    signal.capture({
      distinctId: distinctId || ctx.userId,
      event: 'order_renamed',
      sessionId,
      windowId,
    });
  });

'use server';

import { createServerAction, createServerActionProcedure } from 'zsa';
import { headers } from 'next/headers';
import { getSessionInfo, signal } from '@/lib/signal-server';

const authed = createServerActionProcedure().handler(async () => {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'procedure_called',
    sessionId,
    windowId,
  });
  return { userId: 'u1' };
});

export const createOrder = createServerAction()
  .input(schema)
  .handler(async ({ input }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
    signal.capture({
      distinctId: distinctId || input.userId,
      event: 'order_created',
      sessionId,
      windowId,
    });
  });

export const renameOrder = authed
  .createServerAction()
  .input(schema)
  .handler(async ({ ctx }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
    signal.capture({
      distinctId: distinctId || ctx.userId,
      event: 'order_renamed',
      sessionId,
      windowId,
    });
  });

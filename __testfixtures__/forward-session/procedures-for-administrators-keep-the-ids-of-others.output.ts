'use server';

import { createSafeActionClient } from 'next-safe-action';
import { z } from 'zod';
import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

const actionClient = createSafeActionClient();
const adminActionClient = actionClient.use(async ({ next }) => next({ ctx: { user: { id: 'a' } } }));

export const ban = adminActionClient
  .schema(z.object({ userId: z.string() }))
  .action(async ({ parsedInput, ctx }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
    signal.capture({ distinctId: parsedInput.userId, event: 'user_banned', sessionId, windowId });
    signal.capture({ distinctId: distinctId || ctx.user.id, event: 'ban_issued', sessionId, windowId });
  });

export const rename = actionClient
  .schema(z.object({ userId: z.string() }))
  .action(async ({ parsedInput }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
    signal.capture({ distinctId: distinctId || parsedInput.userId, event: 'user_renamed', sessionId, windowId });
  });

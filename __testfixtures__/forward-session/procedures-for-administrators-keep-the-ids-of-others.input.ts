// @file app/actions.ts
'use server';

import { createSafeActionClient } from 'next-safe-action';
import { z } from 'zod';
import { signal } from '@/lib/signal-server';

const actionClient = createSafeActionClient();
const adminActionClient = actionClient.use(async ({ next }) => next({ ctx: { user: { id: 'a' } } }));

export const ban = adminActionClient
  .schema(z.object({ userId: z.string() }))
  .action(async ({ parsedInput, ctx }) => {
    signal.capture({ distinctId: parsedInput.userId, event: 'user_banned' });
    signal.capture({ distinctId: ctx.user.id, event: 'ban_issued' });
  });

export const rename = actionClient
  .schema(z.object({ userId: z.string() }))
  .action(async ({ parsedInput }) => {
    signal.capture({ distinctId: parsedInput.userId, event: 'user_renamed' });
  });

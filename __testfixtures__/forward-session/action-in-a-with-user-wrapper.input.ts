// @file app/actions.ts
'use server';

import { withUser } from '@/lib/auth';
import { signal } from '@/lib/signal-server';

export const createOrder = withUser(async (user, input: { plan: string }) => {
  signal.capture({ distinctId: user.id, event: 'order_created', properties: input });
});

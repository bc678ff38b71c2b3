// @file app/actions.ts
'use server';

import { validatedAction } from '@/lib/actions';
import { signal } from '@/lib/signal-server';

export const ping = validatedAction(schema, (data) => {
  signal.capture({ distinctId: data.userId, event: 'pinged' });
});

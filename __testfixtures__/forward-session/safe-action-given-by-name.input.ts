// @file app/orders/actions.ts
'use server';

import { actionClient } from '@/lib/safe-action';
import { signal } from '@/lib/signal-server';

async function handle({ parsedInput }) {
  signal.capture({ distinctId: parsedInput.userId, event: 'order_created' });
}

export const createOrder = actionClient.schema(schema).action(handle);

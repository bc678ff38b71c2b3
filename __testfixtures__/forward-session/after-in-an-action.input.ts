// @file app/actions.ts
'use server';

import { after } from 'next/server';
import { signal } from '@/lib/signal-server';

export async function createOrder(userId: string) {
  after(async () => {
    signal.capture({ distinctId: userId, event: 'order_created' });
    await signal.flush();
  });
}

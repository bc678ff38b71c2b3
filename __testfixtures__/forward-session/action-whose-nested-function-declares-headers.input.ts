// @file app/actions.ts
'use server';

import { signal } from '@/lib/signal-server';

export async function order(userId: string) {
  const send = async () => {
    const headers = { accept: 'application/json' };
    await fetch('https://shop.example', { headers });
  };
  await send();
  signal.capture({ distinctId: userId, event: 'ordered' });
}

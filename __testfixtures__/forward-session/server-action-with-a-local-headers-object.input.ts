// @file app/actions.ts
'use server';

import { signal } from '@/lib/signal-server';

export const send = async (id: string) => {
  const headers = { authorization: 'x' };
  await fetch('https://api.example.com', { headers });
  signal.capture({ distinctId: id, event: 'sent' });
};

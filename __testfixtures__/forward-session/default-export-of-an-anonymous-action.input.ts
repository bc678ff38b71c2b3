// @file app/subscribe.ts
'use server';

import { signal } from '@/lib/signal-server';

export default async (email: string) => {
  signal.capture({ distinctId: email, event: 'subscribed' });
};

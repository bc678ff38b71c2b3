'use server';

import { headers } from 'next/headers';
import { track } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function order(userId: string) {
  const session = getSessionInfo(await headers());
  track(userId, 'order_repeated', session);
}

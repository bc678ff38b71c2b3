'use server';

import { headers } from 'next/headers';
import { analytics } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function refund(id: string) {
  const session = getSessionInfo(await headers());
  analytics.trackRefund({ id, userId: 'u1', total: 0 }, 'asked for', session);
}

'use server';

import { headers } from 'next/headers';
import { trackOrder } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function order(userId: string) {
  const session = getSessionInfo(await headers());
  trackOrder(userId, session);
}

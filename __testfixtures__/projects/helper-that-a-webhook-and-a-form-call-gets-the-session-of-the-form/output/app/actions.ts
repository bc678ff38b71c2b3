'use server';

import { headers } from 'next/headers';
import { trackPayment } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function payOnDelivery(userId: string) {
  const session = getSessionInfo(await headers());
  trackPayment(userId, session);
}

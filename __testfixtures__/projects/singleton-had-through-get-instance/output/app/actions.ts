'use server';

import { headers } from 'next/headers';
import { Analytics } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function order(userId: string) {
  const session = getSessionInfo(await headers());
  await Analytics.getInstance().track(userId, 'ordered', session);
}

export async function cancel(userId: string) {
  const session = getSessionInfo(await headers());
  const analytics = Analytics.getInstance();
  await analytics.track(userId, 'cancelled', session);
}

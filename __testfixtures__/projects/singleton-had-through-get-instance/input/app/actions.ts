'use server';

import { Analytics } from '@/lib/analytics';

export async function order(userId: string) {
  await Analytics.getInstance().track(userId, 'ordered');
}

export async function cancel(userId: string) {
  const analytics = Analytics.getInstance();
  await analytics.track(userId, 'cancelled');
}

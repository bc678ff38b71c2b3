'use server';

import { analytics } from '@/lib/analytics';

export async function refund(id: string) {
  analytics.trackRefund({ id, userId: 'u1', total: 0 }, 'asked for');
}

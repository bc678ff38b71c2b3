'use server';

import { track } from '@/lib/analytics';

export async function order(userId: string) {
  track(userId, 'order_repeated');
}

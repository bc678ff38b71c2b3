'use server';

import { trackOrder } from '@/lib/analytics';

export async function order(userId: string) {
  trackOrder(userId);
}

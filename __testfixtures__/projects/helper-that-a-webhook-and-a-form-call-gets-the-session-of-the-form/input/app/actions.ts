'use server';

import { trackPayment } from '@/lib/analytics';

export async function payOnDelivery(userId: string) {
  trackPayment(userId);
}

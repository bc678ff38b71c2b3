'use server';

import { trackOrder } from '@/lib/analytics';
import type { OrderInput } from '@/lib/schema';

export async function order(input: OrderInput) {
  trackOrder(input);
}

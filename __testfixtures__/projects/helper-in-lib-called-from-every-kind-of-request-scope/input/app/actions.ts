'use server';

import { revalidatePath } from 'next/cache';
import { trackOrder } from '@/lib/analytics';

export async function repeatOrder(userId: string) {
  trackOrder(userId, 'order_repeated');
  revalidatePath('/orders');
}

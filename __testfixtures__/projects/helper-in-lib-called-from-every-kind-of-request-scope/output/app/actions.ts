'use server';

import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { trackOrder } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function repeatOrder(userId: string) {
  const session = getSessionInfo(await headers());
  trackOrder(userId, 'order_repeated', session);
  revalidatePath('/orders');
}

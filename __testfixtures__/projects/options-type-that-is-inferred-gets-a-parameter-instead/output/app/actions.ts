'use server';

import { headers } from 'next/headers';
import { trackOrder } from '@/lib/analytics';
import type { OrderInput } from '@/lib/schema';
import { getSessionInfo } from '@/lib/signal-server';

export async function order(input: OrderInput) {
  const session = getSessionInfo(await headers());
  trackOrder(input, session);
}

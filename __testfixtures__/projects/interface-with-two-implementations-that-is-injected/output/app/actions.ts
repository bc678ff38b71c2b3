'use server';

import { headers } from 'next/headers';
import { orders } from '@/lib/orders';
import { getSessionInfo } from '@/lib/signal-server';

export async function placeOrder(userId: string) {
  const session = getSessionInfo(await headers());
  orders.place(userId, session);
}

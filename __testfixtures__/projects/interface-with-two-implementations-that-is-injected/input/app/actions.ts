'use server';

import { orders } from '@/lib/orders';

export async function placeOrder(userId: string) {
  orders.place(userId);
}

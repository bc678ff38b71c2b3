'use client';

import { order } from '@/lib/orders';

export function OrderButton({ userId }: { userId: string }) {
  return <button onClick={() => order(userId)}>Order</button>;
}

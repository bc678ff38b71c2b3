// @file app/orders/[id]/page.tsx
import { db } from '@/lib/db';
import { signal } from '@/lib/signal-server';

export const dynamic = 'force-dynamic';

export async function generateStaticParams() {
  const orders = await db.order.findMany();
  signal.capture({ distinctId: 'shop', event: 'orders_built', properties: { count: orders.length } });
  return orders.map(({ id }) => ({ id }));
}

export default function Page() {
  return <p>Order</p>;
}

// @file app/orders/page.tsx
import { connection } from 'next/server';
import { signal } from '@/lib/signal-server';

export default async function Page() {
  'use cache';
  await connection();
  signal.capture({ distinctId: 'u1', event: 'orders_rendered' });
  return <h1>Orders</h1>;
}

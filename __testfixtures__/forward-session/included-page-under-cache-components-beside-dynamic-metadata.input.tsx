// @file app/orders/page.tsx
import { headers } from 'next/headers';
import { signal } from '@/lib/signal-server';

export default async function Page() {
  signal.capture({ distinctId: 'u1', event: 'orders_rendered' });
  return <h1>Orders</h1>;
}

export async function generateMetadata() {
  const requestHeaders = await headers();
  return { title: requestHeaders.get('host') };
}

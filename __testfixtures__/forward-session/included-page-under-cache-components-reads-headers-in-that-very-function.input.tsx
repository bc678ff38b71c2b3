// @file app/orders/page.tsx
import { headers } from 'next/headers';
import { signal } from '@/lib/signal-server';

export default async function Page() {
  const requestHeaders = await headers();
  signal.capture({ distinctId: requestHeaders.get('x-user')!, event: 'orders_rendered' });
  return <h1>Orders</h1>;
}

// @file app/orders/page.tsx
import { cookies } from 'next/headers';
import { signal } from '@/lib/signal-server';

export default async function Page() {
  const user = (await cookies()).get('user');
  signal.capture({ distinctId: user!.value, event: 'orders_rendered' });
  return <h1>Orders</h1>;
}

export async function generateMetadata() {
  signal.capture({ distinctId: 'u1', event: 'orders_described' });
  return { title: 'Orders' };
}

// @file app/orders/page.tsx
import { signal } from '@/lib/signal-server';

export const dynamic = 'force-dynamic';

export default async function Page() {
  signal.capture({ distinctId: 'u1', event: 'orders_rendered' });
  return <h1>Orders</h1>;
}

// @file app/orders/page.tsx
import { signal } from '@/lib/signal-server';

export const dynamic = 'force-dynamic';

function track(event: string) {
  signal.capture({ distinctId: 'u1', event });
}

export default async function Page() {
  track('orders_rendered');
  return <h1>Orders</h1>;
}

// @file app/orders/page.tsx
import { cookies, draftMode } from 'next/headers';
import { signal } from '@/lib/signal-server';

export default async function Page() {
  const { isEnabled } = await draftMode();
  if (isEnabled) await cookies();
  signal.capture({ distinctId: 'u1', event: 'orders_rendered' });
  return <h1>Orders</h1>;
}

import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const dynamic = 'force-dynamic';

export default async function Page() {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'orders_rendered',
    sessionId,
    windowId,
  });
  return <h1>Orders</h1>;
}

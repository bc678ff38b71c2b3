import { cookies, headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export default async function Page() {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  const user = (await cookies()).get('user');
  signal.capture({
    distinctId: distinctId || user!.value,
    event: 'orders_rendered',
    sessionId,
    windowId,
  });
  return <h1>Orders</h1>;
}

export async function generateMetadata() {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'orders_described',
    sessionId,
    windowId,
  });
  return { title: 'Orders' };
}

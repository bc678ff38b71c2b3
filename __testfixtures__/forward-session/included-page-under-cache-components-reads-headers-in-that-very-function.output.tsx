import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export default async function Page() {
  const requestHeaders = await headers();
  const { sessionId, windowId, distinctId } = getSessionInfo(requestHeaders);
  signal.capture({
    distinctId: distinctId || requestHeaders.get('x-user')!,
    event: 'orders_rendered',
    sessionId,
    windowId,
  });
  return <h1>Orders</h1>;
}

import { headers } from 'next/headers';
import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

export const dynamic = 'force-dynamic';

function track(event: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || 'u1',
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export default async function Page() {
  const session = getSessionInfo(await headers());
  track('orders_rendered', session);
  return <h1>Orders</h1>;
}

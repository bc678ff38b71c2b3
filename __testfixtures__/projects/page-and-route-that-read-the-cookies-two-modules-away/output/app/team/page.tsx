import { headers } from 'next/headers';
import { currentUser } from '@/lib/access';
import { signal, getSessionInfo } from '@/lib/signal-server';

export default async function Page() {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  const user = await currentUser();
  signal.capture({
    distinctId: distinctId || user.id,
    event: 'team_viewed',
    sessionId,
    windowId,
  });
  return <p>{user.id}</p>;
}

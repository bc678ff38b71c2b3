import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export default async function Page() {
  async function like() {
    'use server';
    const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
    signal.capture({
      distinctId: distinctId || 'u1',
      event: 'liked',
      sessionId,
      windowId,
    });
  }

  async function share() {
    'use server';
    const { sessionId, windowId } = getSessionInfo(await headers());
    signal.identify({ distinctId: 'u1', sessionId, windowId });
  }

  return (
    <form action={like}>
      <button formAction={share}>Share</button>
    </form>
  );
}

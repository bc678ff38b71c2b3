import { headers } from 'next/headers';
import {
  signal,
  getSessionInfo as signalGetSessionInfo,
} from '@/lib/signal-server';

export default async function Page() {
  async function like() {
    'use server';
    const { sessionId, windowId, distinctId } = signalGetSessionInfo(
      await headers(),
    );
    signal.capture({
      distinctId: distinctId || 'u1',
      event: 'liked',
      sessionId,
      windowId,
    });
  }

  async function getSessionInfo() {
    'use server';
    const { sessionId, windowId } = signalGetSessionInfo(await headers());
    signal.identify({ distinctId: 'u1', sessionId, windowId });
  }

  return (
    <form action={like}>
      <button formAction={getSessionInfo}>Share</button>
    </form>
  );
}

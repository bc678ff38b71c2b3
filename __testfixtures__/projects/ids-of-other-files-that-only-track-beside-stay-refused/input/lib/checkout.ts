import { headers } from 'next/headers';
import { getSessionInfo, signal } from './signal-server';

export async function createCheckout(userId: string) {
  const { sessionId, windowId } = getSessionInfo(await headers());
  signal.capture({ distinctId: userId, event: 'checkout', sessionId, windowId });
  const answer = await fetch('https://pay.test/checkouts', { method: 'POST' });
  return { sessionId: (await answer.json()).id as string, windowId };
}

export function named(sessionId: string) {
  return { sessionId };
}

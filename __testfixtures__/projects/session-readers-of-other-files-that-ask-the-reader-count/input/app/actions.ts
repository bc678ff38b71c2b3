'use server';

import { currentSession } from '@/lib';
import { session, typedSession } from '@/lib/session';
import { signal } from '@/lib/signal-server';
import { storedSession } from '@/lib/stored';
import { track } from '@/lib/track';

export async function order(userId: string) {
  const { sessionId, windowId } = await session();
  signal.capture({ distinctId: userId, event: 'ordered', sessionId, windowId });
  await track(userId, 'ordered too');
}

export async function refund(userId: string) {
  const all = await typedSession();
  signal.capture({ ...all, distinctId: userId, event: 'refunded' });
}

export async function rate(userId: string) {
  const { sessionId, windowId } = await currentSession();
  signal.capture({ distinctId: userId, event: 'rated', sessionId, windowId });
}

export async function visit(userId: string) {
  const { sessionId, windowId } = storedSession();
  signal.capture({ distinctId: userId, event: 'visited', sessionId, windowId });
}

'use server';

import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function fulfilPayment(userId: string) {
  signal.capture({ distinctId: userId, event: 'payment_fulfilled' });
}

export async function sendDigest(userId: string) {
  signal.capture({ distinctId: userId, event: 'digest_sent' });
}

/** A page calls it, too. */
export async function cancelOrder(userId: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || userId,
    event: 'order_cancelled',
    sessionId,
    windowId,
  });
}

/** A form of a server component posts to it. */
export async function saveJob(data: FormData) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || String(data.get('userId')),
    event: 'job_saved',
    sessionId,
    windowId,
  });
}

/** Nobody can be seen to call it. */
export async function archiveOrder(userId: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || userId,
    event: 'order_archived',
    sessionId,
    windowId,
  });
}

'use server';

import { signal } from '@/lib/signal-server';

export async function fulfilPayment(userId: string) {
  signal.capture({ distinctId: userId, event: 'payment_fulfilled' });
}

export async function sendDigest(userId: string) {
  signal.capture({ distinctId: userId, event: 'digest_sent' });
}

/** A page calls it, too. */
export async function cancelOrder(userId: string) {
  signal.capture({ distinctId: userId, event: 'order_cancelled' });
}

/** A form of a server component posts to it. */
export async function saveJob(data: FormData) {
  signal.capture({ distinctId: String(data.get('userId')), event: 'job_saved' });
}

/** Nobody can be seen to call it. */
export async function archiveOrder(userId: string) {
  signal.capture({ distinctId: userId, event: 'order_archived' });
}

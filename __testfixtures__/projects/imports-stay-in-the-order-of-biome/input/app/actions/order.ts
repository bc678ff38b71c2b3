'use server';

import { caller } from '../../lib/auth';
import { signal } from '../../lib/signal-server';

export async function order(userId: string) {
  signal.capture({ distinctId: userId, event: 'ordered' });
  return caller;
}

'use server';

import { headers } from 'next/headers';
import events from '@/lib/events';
import { getSessionInfo } from '@/lib/signal-server';

export async function order(userId: string) {
  const session = getSessionInfo(await headers());
  events.created(userId, session);
  events?.seen(userId, session);
}

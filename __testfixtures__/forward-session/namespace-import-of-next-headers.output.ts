'use server';

import * as nh from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function subscribe(email: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await nh.headers());
  const jar = await nh.cookies();
  signal.capture({
    distinctId: distinctId || (jar.get('uid')?.value ?? email),
    event: 'subscribed',
    sessionId,
    windowId,
  });
}

export async function unsubscribe(email: string) {
  const list = await nh.headers();
  const { sessionId, windowId, distinctId } = getSessionInfo(list);
  signal.capture({
    distinctId: distinctId || email,
    event: 'unsubscribed',
    properties: { origin: list.get('origin') },
    sessionId,
    windowId,
  });
}

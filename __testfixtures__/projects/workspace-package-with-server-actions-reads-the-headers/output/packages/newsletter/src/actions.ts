'use server';

import { createSignalServer, getSessionInfo } from 'signal-next/server';
import { headers } from 'next/headers';

const signal = createSignalServer({
  apiKey: process.env.SIGNAL_API_KEY ?? '',
});

export async function subscribe(email: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || email,
    event: 'subscribed',
    sessionId,
    windowId,
  });
}

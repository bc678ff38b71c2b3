'use server';

import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function signIn(email: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  const origin = headers().get('origin');
  signal.capture({ distinctId: distinctId || email, event: 'signed_in', properties: { origin }, sessionId, windowId });
}

export async function signOut(email: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  const h = headers();
  signal.capture({
    distinctId: distinctId || email,
    event: 'signed_out',
    properties: { origin: h.get('origin') },
    sessionId,
    windowId,
  });
}

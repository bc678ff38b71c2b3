'use server';

import { headers } from 'next/headers';
import { signal } from '@/lib/signal-server';

export async function trackAction(event: string) {
  const headersList = await headers();
  const sessionId = headersList.get('x-signal-session-id') || undefined;
  const windowId = (await headers()).get('x-signal-window-id') || undefined;
  signal.capture({ distinctId: 'u', event, sessionId, windowId });
}

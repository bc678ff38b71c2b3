// @file app/actions.ts
'use server';

import { headers } from 'next/headers';
import { signal } from '@/lib/signal-server';

export async function trackAction(event: string) {
  const headersList = headers();
  const sessionId = headersList.get('x-signal-session-id') || undefined;
  const windowId = headersList.get('x-signal-window-id') || undefined;
  const distinctId = headersList.get('x-signal-distinct-id') || undefined;
  signal.capture({ distinctId: distinctId || 'u', event, sessionId, windowId });
}

// @file app/actions.ts
'use server';

import { headers } from 'next/headers';
import { signal } from '@/lib/signal-server';

function ids() {
  return {
    sessionId: headers().get('x-signal-session-id') || undefined,
    windowId: headers().get('x-signal-window-id') || undefined,
  };
}

export async function trackAction(event: string) {
  signal.capture({ distinctId: 'u', event, ...ids() });
}

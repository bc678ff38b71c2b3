// @file app/actions.ts
'use server';

import { headers } from 'next/headers';
import { signal } from '@/lib/signal-server';

export async function order(userId: string) {
  const get = (name: string) => headers().get(name) ?? undefined;
  const sessionId = get('x-signal-session-id');
  const windowId = get('x-signal-window-id');
  signal.capture({ distinctId: userId, event: 'ordered', sessionId, windowId });
}

// @file app/actions.ts
'use server';

import { headers } from 'next/headers';
import { signal } from '@/lib/signal-server';

export async function debugIds(userId: string) {
  const ids = ['x-signal-session-id', 'x-signal-window-id'].map((name) => headers().get(name));
  signal.capture({ distinctId: userId, event: 'debugged', properties: { ids } });
}

// @file app/actions.ts
'use server';

import { signal } from '@/lib/signal-server';

export async function openWindow(windowId: string, sessionId: string, distinctId: string) {
  signal.capture({ distinctId, event: 'window_opened', properties: { windowId, sessionId } });
}

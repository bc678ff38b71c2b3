/*!
 * Copyright 2024 The Notes Authors
 * SPDX-License-Identifier: MIT
 */
'use server';

import { headers } from 'next/headers';
import { getSessionInfo } from '@/lib/signal-server';

// Everything the editor calls.
export async function saveNote(id: string, text: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  const { signal } = await import('@/lib/signal-server');
  signal.capture({
    distinctId: distinctId || id,
    event: 'note_saved',
    properties: { length: text.length },
    sessionId,
    windowId,
  });
}

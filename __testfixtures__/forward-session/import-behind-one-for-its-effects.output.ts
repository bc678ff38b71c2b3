'use server';

import 'server-only';

import { headers } from 'next/headers';
import { db } from '@/lib/db';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function createRecipe(userId: string, title: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  await db.save(title);
  signal.capture({
    distinctId: distinctId || userId,
    event: 'created',
    sessionId,
    windowId,
  });
}

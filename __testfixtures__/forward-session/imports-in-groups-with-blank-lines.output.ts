'use server';

import { headers } from 'next/headers';

import { db } from '@/lib/db';
import { signal, getSessionInfo } from '@/lib/signal-server';

import { slug } from './slug';

export async function createRecipe(userId: string, title: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  await db.save(slug(title));
  signal.capture({
    distinctId: distinctId || userId,
    event: 'created',
    sessionId,
    windowId,
  });
}

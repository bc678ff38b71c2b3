// @file app/actions.ts
'use server';

import 'server-only';

import { db } from '@/lib/db';
import { signal } from '@/lib/signal-server';

export async function createRecipe(userId: string, title: string) {
  await db.save(title);
  signal.capture({ distinctId: userId, event: 'created' });
}

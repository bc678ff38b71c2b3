// @file app/actions.ts
'use server';

import { db } from '@/lib/db';
import { signal } from '@/lib/signal-server';

import { slug } from './slug';

export async function createRecipe(userId: string, title: string) {
  await db.save(slug(title));
  signal.capture({ distinctId: userId, event: 'created' });
}

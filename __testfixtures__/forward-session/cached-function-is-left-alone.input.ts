// @file app/actions.ts
'use server';

import { unstable_cache } from 'next/cache';
import { signal } from '@/lib/signal-server';

const load = unstable_cache(async (id: string) => {
  signal.capture({ distinctId: id, event: 'loaded' });
  return id;
});

export async function read(id: string) {
  return load(id);
}

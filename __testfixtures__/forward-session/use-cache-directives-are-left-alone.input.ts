// @file app/actions.ts
'use server';

import { signal } from '@/lib/signal-server';

export async function load(id: string) {
  'use cache: private';
  signal.capture({ distinctId: id, event: 'loaded' });
  return id;
}

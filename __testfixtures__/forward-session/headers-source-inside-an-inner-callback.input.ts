// @file app/actions.ts
'use server';

import { after } from 'next/server';
import { signal } from '@/lib/signal-server';

export async function saveAll(ids: string[]) {
  const saved = ids.map((id) => ({ id }));
  after(() => {
    signal.capture({ distinctId: 'me', event: 'saved', properties: { count: saved.length } });
  });
  return saved;
}

// @file app/actions.ts
'use server';

import {
  cookies,
  draftMode,
} from 'next/headers';
import {
  flush,
  signal,
} from '@/lib/signal-server';

export async function save(id: string) {
  const jar = await cookies();
  signal.capture({ distinctId: id, event: 'saved', properties: { size: jar.size, draft: await draftMode() } });
  await flush();
}

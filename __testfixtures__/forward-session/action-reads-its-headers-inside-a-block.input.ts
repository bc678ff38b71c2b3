// @file app/actions.ts
'use server';

import { headers } from 'next/headers';
import { signal } from '@/lib/signal-server';

export async function visit(id: string) {
  if (id) {
    const headersList = await headers();
    signal.capture({ distinctId: id, event: 'visited', properties: { agent: headersList.get('user-agent') } });
  }
}

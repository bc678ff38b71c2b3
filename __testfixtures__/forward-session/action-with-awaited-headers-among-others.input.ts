// @file app/actions.ts
'use server';

import { cookies, headers } from 'next/headers';
import { signal } from '@/lib/signal-server';

export async function visit(id: string) {
  const [jar, list] = await Promise.all([cookies(), headers()]);
  signal.capture({ distinctId: id, event: 'visited', properties: { agent: list.get('user-agent'), size: jar.size } });
}

export async function revisit(id: string) {
  const h = await headers(),
    agent = h.get('user-agent');
  signal.capture({ distinctId: id, event: 'revisited', properties: { agent } });
}

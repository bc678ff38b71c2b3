// @file app/actions.ts
'use server';

import * as nh from 'next/headers';
import { signal } from '@/lib/signal-server';

export async function subscribe(email: string) {
  const jar = await nh.cookies();
  signal.capture({ distinctId: jar.get('uid')?.value ?? email, event: 'subscribed' });
}

export async function unsubscribe(email: string) {
  const list = await nh.headers();
  signal.capture({ distinctId: email, event: 'unsubscribed', properties: { origin: list.get('origin') } });
}

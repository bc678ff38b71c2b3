// @file app/actions.ts
'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { signal } from '@/lib/signal-server';

export async function join(teamId: string) {
  const headersList = await headers();
  const origin = headersList.get('origin');
  if (!origin) {
    return;
  }
  signal.capture({ distinctId: teamId, event: 'joined' });
  redirect(origin);
}

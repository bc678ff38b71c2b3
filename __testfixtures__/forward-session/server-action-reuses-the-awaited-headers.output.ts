'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function join(teamId: string) {
  const headersList = await headers();
  const { sessionId, windowId, distinctId } = getSessionInfo(headersList);
  const origin = headersList.get('origin');
  if (!origin) {
    return;
  }
  signal.capture({
    distinctId: distinctId || teamId,
    event: 'joined',
    sessionId,
    windowId,
  });
  redirect(origin);
}

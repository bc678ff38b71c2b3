// @file app/actions.ts
'use server';

import { headers } from 'next/headers';
import { signal } from '@/lib/signal-server';

export async function signIn(email: string) {
  const origin = headers().get('origin');
  signal.capture({ distinctId: email, event: 'signed_in', properties: { origin } });
}

export async function signOut(email: string) {
  const h = headers();
  signal.capture({ distinctId: email, event: 'signed_out', properties: { origin: h.get('origin') } });
}

'use server';

import { headers } from 'next/headers';
import { recordSignup } from '@/lib/signup';
import { getSessionInfo } from '@/lib/signal-server';

export async function signUp(form: FormData) {
  const session = getSessionInfo(await headers());
  const email = String(form.get('email'));
  await recordSignup({ id: email, email, team: 'none' }, 'anon', session);
}

'use server';

import { headers } from 'next/headers';
import { Analytics } from '@/lib/analytics';
import { getSessionInfo } from '@/lib/signal-server';

export async function signUp(form: FormData) {
  const session = getSessionInfo(await headers());
  Analytics.trackSignup(String(form.get('email')), session);
}

'use server';

import * as Sentry from '@sentry/nextjs';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { audit } from '@/lib/audit';
import { db } from '@/lib/db';
import { getSessionInfo } from '@/lib/signal-server';
import { client } from '@/server/events';

export async function signUp(form: FormData) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  const email = z.string().parse(form.get('email'));
  const user = await db.create(email);
  audit(user);
  Sentry.setUser(user);
  client.capture({
    distinctId: distinctId || user.id,
    event: 'signed_up',
    sessionId,
    windowId,
  });
  redirect('/');
}

// @file app/actions.ts
'use server';

import * as Sentry from '@sentry/nextjs';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { audit } from '@/lib/audit';
import { db } from '@/lib/db';
import { client } from '@/server/events';

export async function signUp(form: FormData) {
  const email = z.string().parse(form.get('email'));
  const user = await db.create(email);
  audit(user);
  Sentry.setUser(user);
  client.capture({ distinctId: user.id, event: 'signed_up' });
  redirect('/');
}

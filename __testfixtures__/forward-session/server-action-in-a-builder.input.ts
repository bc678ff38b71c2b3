// @file app/actions.ts
'use server';

import { cookies } from 'next/headers';
import { validatedAction } from '@/lib/actions';
import { signal } from '@/lib/signal-server';

export const signIn = validatedAction(schema, async (data, formData) => {
  const jar = await cookies();
  signal.identify({ distinctId: data.email });
  signal.capture({ distinctId: data.email, event: 'signed_in' });
  return { jar };
});

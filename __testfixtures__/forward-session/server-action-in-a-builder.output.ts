'use server';

import { cookies, headers } from 'next/headers';
import { validatedAction } from '@/lib/actions';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const signIn = validatedAction(schema, async (data, formData) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  const jar = await cookies();
  signal.identify({ distinctId: data.email, sessionId, windowId });
  signal.capture({
    distinctId: distinctId || data.email,
    event: 'signed_in',
    sessionId,
    windowId,
  });
  return { jar };
});

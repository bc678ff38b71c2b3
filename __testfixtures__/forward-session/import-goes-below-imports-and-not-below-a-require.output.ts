'use server';

import { signal, getSessionInfo } from '@/lib/signal-server';
import { z } from 'zod';
import { headers } from 'next/headers';

const { Client } = require('some-client');

export async function subscribe(email: string) {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || z.string().parse(email),
    event: Client.event,
    sessionId,
    windowId,
  });
}

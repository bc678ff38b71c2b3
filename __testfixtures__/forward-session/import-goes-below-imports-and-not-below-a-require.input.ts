// @file app/actions.ts
'use server';

import { signal } from '@/lib/signal-server';
import { z } from 'zod';

const { Client } = require('some-client');

export async function subscribe(email: string) {
  signal.capture({ distinctId: z.string().parse(email), event: Client.event });
}

// @file app/actions.ts
'use server';

import { signal } from '@/lib/signal-server';

export const ping = async (id: string) => signal.capture({ distinctId: id, event: 'ping' });

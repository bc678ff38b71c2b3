// @file inngest/functions.ts
import { inngest } from './client';
import { signal } from '@/lib/signal-server';

export const imported = inngest.createFunction({ id: 'import' }, { event: 'import' }, async ({ event }) => {
  signal.capture({ distinctId: event.data.userId, event: 'imported' });
});

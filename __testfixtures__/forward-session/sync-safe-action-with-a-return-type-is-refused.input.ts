// @file app/actions.ts
'use server';

import { actionClient } from '@/lib/safe-action';
import { signal } from '@/lib/signal-server';

export const ping = actionClient.schema(schema).action(({ parsedInput }): { ok: boolean } => {
  signal.capture({ distinctId: parsedInput.userId, event: 'pinged' });
  return { ok: true };
});

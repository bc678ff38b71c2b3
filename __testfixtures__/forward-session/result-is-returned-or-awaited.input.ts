// @file app/actions.ts
'use server';

import { signal } from '@/lib/signal-server';

export async function returned(id: string) {
  return signal.capture({ distinctId: id, event: 'returned' });
}

export async function awaited(id: string) {
  await signal.capture({ distinctId: id, event: 'awaited' });
  await signal.flush();
}

export async function both(id: string, ok: boolean) {
  ok && signal.capture({ distinctId: id, event: 'ok' });
  if (!ok) signal.capture({ distinctId: id, event: 'failed' });
  else signal.identify({ distinctId: id });
}

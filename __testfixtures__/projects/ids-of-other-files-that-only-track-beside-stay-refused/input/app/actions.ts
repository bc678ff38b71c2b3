'use server';

import { createCheckout, named } from '@/lib/checkout';
import { signal } from '@/lib/signal-server';

export async function pay(userId: string) {
  const { sessionId, windowId } = await createCheckout(userId);
  signal.capture({ distinctId: userId, event: 'paid', sessionId, windowId });
}

export async function name(userId: string, chat: { id: string }) {
  const { sessionId } = named(chat.id);
  signal.capture({ distinctId: userId, event: 'named', sessionId });
}

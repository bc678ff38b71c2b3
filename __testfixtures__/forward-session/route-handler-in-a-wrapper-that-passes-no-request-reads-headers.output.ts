import { headers } from 'next/headers';
import { Webhooks } from '@/lib/webhooks';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const POST = Webhooks({
  onPayload: async (payload) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
    signal.capture({
      distinctId: distinctId || payload.customer,
      event: 'paid',
      sessionId,
      windowId,
    });
  },
});

import { headers } from 'next/headers';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const trackOrder = async (userId: string) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({
    distinctId: distinctId || userId,
    event: 'order_created',
    sessionId,
    windowId,
  });
};

import { signal, type SessionInfo } from '@/lib/signal-server';

export const orderEvents = {
  created(userId: string, session?: SessionInfo) {
    signal.capture({
      distinctId: session?.distinctId || userId,
      event: 'order_created',
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  },
};

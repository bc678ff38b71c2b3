import { signal } from '@/lib/signal-server';

export const orderEvents = {
  created(userId: string) {
    signal.capture({ distinctId: userId, event: 'order_created' });
  },
};

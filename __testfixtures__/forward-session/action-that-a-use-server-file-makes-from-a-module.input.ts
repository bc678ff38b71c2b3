// @file lib/track-action.ts
import { signal } from '@/lib/signal-server';

export const trackOrder = async (userId: string) => {
  signal.capture({ distinctId: userId, event: 'order_created' });
};

import { signal } from '@/lib/signal-server';

export const trackUser = (userId: string) => {
  signal.capture({ distinctId: userId, event: 'user_seen' });
};

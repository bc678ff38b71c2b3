import { signal } from './signal-server';

export const analytics = {
  trackOrder: (userId: string) => {
    signal.capture({ distinctId: userId, event: 'order_created' });
  },
};

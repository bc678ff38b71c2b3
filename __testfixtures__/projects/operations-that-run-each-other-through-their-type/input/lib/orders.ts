import { guarded } from './guarded';
import { signal } from './signal-server';

export const placeOrder = guarded({
  async run({ userId }) {
    signal.capture({ distinctId: userId, event: 'ordered' });
  },
});

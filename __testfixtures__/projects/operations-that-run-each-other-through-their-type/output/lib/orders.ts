import { guarded } from './guarded';
import { signal } from './signal-server';

export const placeOrder = guarded({
  async run({ userId }, session) {
    signal.capture({
      distinctId: session?.distinctId || userId,
      event: 'ordered',
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  },
});

import { createSignalServer } from 'signal-next/server';

const signal = createSignalServer({
  apiKey: process.env.SIGNAL_API_KEY ?? '',
});

export function trackOrder(userId: string, orderId: string) {
  signal.capture({
    distinctId: userId,
    event: 'order_created',
    properties: { orderId },
  });
}

export const audit = {
  refunded(userId: string) {
    signal.capture({ distinctId: userId, event: 'refunded' });
  },
};

import { signal } from './signal-server';

type Order = { id: string; userId: string; total: number };

export const analytics = {
  trackPurchase(order: Order) {
    signal.capture({
      distinctId: order.userId,
      event: 'purchase_completed',
      properties: { orderId: order.id, total: order.total },
    });
  },

  trackRefund: (order: Order, reason: string) => {
    signal.capture({
      distinctId: order.userId,
      event: 'order_refunded',
      properties: { orderId: order.id, reason },
    });
  },
};

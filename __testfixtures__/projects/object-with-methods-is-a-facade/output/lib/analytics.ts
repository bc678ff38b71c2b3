import { signal, type SessionInfo } from './signal-server';

type Order = { id: string; userId: string; total: number };

export const analytics = {
  trackPurchase(order: Order, session?: SessionInfo) {
    signal.capture({
      distinctId: session?.distinctId || order.userId,
      event: 'purchase_completed',
      properties: { orderId: order.id, total: order.total },
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  },

  trackRefund: (order: Order, reason: string, session?: SessionInfo) => {
    signal.capture({
      distinctId: session?.distinctId || order.userId,
      event: 'order_refunded',
      properties: { orderId: order.id, reason },
      sessionId: session?.sessionId,
      windowId: session?.windowId,
    });
  },
};

import { trackOrder } from '@acme/analytics/server';

export interface Order {
  id: string;
}

export async function createOrder(
  userId: string,
  session?: { sessionId?: string; windowId?: string; distinctId?: string },
): Promise<Order> {
  const order = { id: crypto.randomUUID() };
  trackOrder(userId, order.id, session);
  return order;
}

import { trackOrder } from '@acme/analytics/server';

export interface Order {
  id: string;
}

export async function createOrder(userId: string): Promise<Order> {
  const order = { id: crypto.randomUUID() };
  trackOrder(userId, order.id);
  return order;
}

import { Order, orders } from '@/lib/orders';

export async function POST(request: Request) {
  const { userId } = await request.json();
  const order = new Order(userId);
  order.note = 'a';
  order.close();
  orders.close(userId);
  return Response.json({ total: order.total, count: orders.count });
}

import { cancelOrder, placeOrder } from '@/lib/orders';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  await placeOrder(userId);
  return Response.json({});
}

export async function DELETE(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  await cancelOrder(userId, session);
  return Response.json({});
}

import { cancelOrder, placeOrder } from '@/lib/orders';

export async function POST(request: Request) {
  const { userId } = await request.json();
  await placeOrder(userId);
  return Response.json({});
}

export async function DELETE(request: Request) {
  const { userId } = await request.json();
  await cancelOrder(userId);
  return Response.json({});
}

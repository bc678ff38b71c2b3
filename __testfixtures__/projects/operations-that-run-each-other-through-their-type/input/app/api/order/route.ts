import { placeOrder } from '@/lib/orders';

export async function POST(request: Request) {
  const { userId } = await request.json();
  await placeOrder.run({ userId });
  return Response.json({});
}

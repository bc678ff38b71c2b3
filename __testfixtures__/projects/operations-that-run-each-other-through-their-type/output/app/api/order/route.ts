import { placeOrder } from '@/lib/orders';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  await placeOrder.run({ userId }, session);
  return Response.json({});
}

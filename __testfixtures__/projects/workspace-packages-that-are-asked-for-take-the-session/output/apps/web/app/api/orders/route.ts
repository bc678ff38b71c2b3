import { createOrder } from '@acme/orders';
import { getSessionInfo } from '@/lib/session';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  return Response.json(await createOrder(userId, session));
}

import { orders } from '@/lib/services';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  return Response.json(await orders.place(userId, session));
}

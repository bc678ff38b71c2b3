import { orders } from '@/lib/services';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId, items } = await request.json();
  return Response.json({ count: await orders.place(userId, items, session) });
}

// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const getSessionInfo = (id: string) => ({ id });
  const { userId } = await request.json();
  signal.capture({ distinctId: getSessionInfo(userId).id, event: 'order_created' });
  return Response.json({});
}

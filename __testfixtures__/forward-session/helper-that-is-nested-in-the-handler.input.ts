// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  const track = (event: string) => signal.capture({ distinctId: userId, event });
  track('order_created');
  ['a', 'b'].forEach(track);
  return Response.json({});
}

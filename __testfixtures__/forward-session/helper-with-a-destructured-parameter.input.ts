// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

function track({ userId, event }: { userId: string; event: string }) {
  signal.capture({ distinctId: userId, event });
}

export async function POST(request: Request) {
  const { userId } = await request.json();
  track({ userId, event: 'order_created' });
  return Response.json({});
}

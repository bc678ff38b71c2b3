// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

class OrderTracker {
  constructor(private readonly userId: string) {}

  created(total: number) {
    signal.capture({ distinctId: this.userId, event: 'order_created', properties: { total } });
  }
}

export async function POST(request: Request) {
  const { userId, total } = await request.json();
  new OrderTracker(userId).created(total);
  return Response.json({ ok: true });
}

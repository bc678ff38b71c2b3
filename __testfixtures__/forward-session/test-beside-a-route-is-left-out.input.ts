// @file app/api/orders/route.test.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  signal.capture({ distinctId: 'u1', event: 'order_created' });
}

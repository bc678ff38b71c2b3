// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

function track(event: string): void;
function track(event: string, userId: string): void;
function track(event: string, userId = 'anonymous') {
  signal.capture({ distinctId: userId, event });
}

export async function POST() {
  track('order_created');
  return Response.json({});
}

// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

function track(userId: string, event: string) {
  signal.capture({ distinctId: userId, event });
}

export async function POST(request: Request) {
  const pair = (await request.json()) as [string, string];
  track(...pair);
  track(pair[0], 'order_seen');
  return Response.json({});
}

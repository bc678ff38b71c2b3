// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

function trackAll(userId: string, ...events: string[]) {
  for (const event of events) signal.capture({ distinctId: userId, event });
}

export async function POST(request: Request) {
  const { userId } = await request.json();
  trackAll(userId, 'a', 'b');
  return Response.json({});
}

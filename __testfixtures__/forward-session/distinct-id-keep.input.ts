// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const payload = await request.json();
  signal.capture({ distinctId: payload.userId, event: 'a' });
  signal.capture(payload);
  return Response.json({});
}

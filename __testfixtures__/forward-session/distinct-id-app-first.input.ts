// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const payload = await request.json();
  signal.capture({ distinctId: payload.userId, event: 'a' });
  signal.capture({ distinctId: payload.userId ?? payload.email, event: 'b' });
  signal.capture({ distinctId: payload.ok ? 'x' : 'y', event: 'c' });
  signal.capture(payload);
  signal.identify({ distinctId: payload.userId });
  return Response.json({});
}

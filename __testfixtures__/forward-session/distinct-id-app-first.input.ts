// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const payload = await request.json();
  signal.capture({ distinctId: payload.userId, event: 'a' });
  signal.capture({ distinctId: payload.userId ?? payload.email, event: 'b' });
  signal.capture({ distinctId: payload.ok ? 'x' : payload.y, event: 'c' });
  signal.capture({ distinctId: payload.ok ? 'x' : 'y', event: 'never empty' });
  signal.capture({ distinctId: `user_${payload.id}`, event: 'never empty either' });
  signal.capture(payload);
  signal.identify({ distinctId: payload.userId });
  return Response.json({});
}

// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const payload = await request.json();
  signal.capture((payload));
  signal.capture(((payload)));
  signal.capture(({ distinctId: ((payload.id)), event: 'wrapped' }));
  signal.capture({ distinctId: ((payload.id ? 'a' : 'b')), event: 'conditional' });
  signal.alias(((payload.id)), ((payload.alias)));
  return Response.json({});
}

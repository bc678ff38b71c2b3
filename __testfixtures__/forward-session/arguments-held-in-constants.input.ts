// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const user = await request.json();
  const event = { distinctId: user.id as string, event: 'order_created' };
  signal.capture(event);
  const traits = { distinctId: user.id as string };
  signal.identify(traits);
  const build = () => ({ distinctId: 'u1', event: 'built' });
  signal.capture(build());
  signal.capture(user.ok ? event : build());
  signal.capture(user.event ?? event);
  return Response.json({});
}

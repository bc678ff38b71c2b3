// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { user } = await request.json();
  const a = user
    ? signal.capture({ distinctId: user.id, event: 'known to us already' })
    : signal.capture({ distinctId: 'visitor', event: 'not known to us yet' });
  return user
    ? signal.capture({ distinctId: user.id, event: 'known to us already' })
    : Response.json({ a });
}

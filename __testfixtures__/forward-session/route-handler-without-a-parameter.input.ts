// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(): Promise<
  Response
> {
  signal.capture({ distinctId: 'system', event: 'ping' });
  return Response.json({ ok: true });
}

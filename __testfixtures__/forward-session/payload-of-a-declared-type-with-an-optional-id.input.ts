// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

interface ShopEvent {
  readonly distinctId: string;
  readonly event: string;
  readonly properties?: Record<string, unknown>;
}

function build(id: string): ShopEvent {
  return { distinctId: id, event: 'ordered' };
}

export async function POST(request: Request) {
  const { id } = await request.json();
  const payload: ShopEvent = build(id);
  signal.capture(payload);
  signal.capture(build(id));
  signal.capture({ ...payload, event: 'paid' });
  return Response.json({});
}

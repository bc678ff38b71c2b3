// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';
import type { Deps, Maybe, Tracking } from '@/lib/tracking-types';

function opened({ tracking }: Deps, userId: string) {
  tracking.capture({ distinctId: userId, event: 'order_opened' });
}

function paid(client: Maybe<Tracking>, userId: string) {
  client?.capture({ distinctId: userId, event: 'order_paid' });
}

export async function POST(request: Request) {
  const { userId } = await request.json();
  opened({ tracking: signal }, userId);
  paid(signal, userId);
  return Response.json({});
}

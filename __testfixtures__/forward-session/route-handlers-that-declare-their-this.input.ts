// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(this: void) {
  signal.capture({ distinctId: 'u1', event: 'order_placed' });
  return Response.json({});
}

export async function PUT(this: void, request: Request) {
  const { userId } = await request.json();
  record.call({ source: 'web' }, userId);
  track(userId, 'order_changed');
  return Response.json({});
}

function track(this: void, userId: string, event: string) {
  signal.capture({ distinctId: userId, event });
}

function record(this: { source: string }, userId: string) {
  return [this.source, userId];
}

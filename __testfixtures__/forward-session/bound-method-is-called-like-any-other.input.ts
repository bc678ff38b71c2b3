// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

const capture = signal.capture.bind(signal);

export async function POST(request: Request) {
  capture({ distinctId: 'u1', event: 'order_opened' });
  signal['capture']({ distinctId: 'u1', event: 'order_paid' });
  return Response.json({});
}

// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const capture = signal.capture;
  capture({ distinctId: 'u1', event: 'order_opened' });
  return Response.json({});
}

// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

const { capture } = signal;

export async function POST(request: Request) {
  capture({ distinctId: 'u1', event: 'order_created' });
  return Response.json({});
}

// @file app/api/orders/route.ts
import { useSignal } from 'signal-next/client';
import { signal } from '@/lib/browser';

export async function POST(request: Request) {
  const client = useSignal();
  client.capture({ distinctId: 'u1', event: 'order_opened' });
  signal.capture({ distinctId: 'u1', event: 'order_paid' });
  return Response.json({});
}

// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

const request = { retries: 3 };

export async function POST() {
  signal.capture({ distinctId: 'u1', event: 'ordered', properties: { retries: request.retries } });
  return Response.json({});
}

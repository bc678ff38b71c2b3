// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  // signal-next-ignore-next-line
  signal.capture({ distinctId: 'u1', event: 'a' });
  return Response.json({});
}

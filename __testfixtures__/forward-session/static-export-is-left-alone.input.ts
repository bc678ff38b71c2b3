// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function GET(request: Request) {
  signal.capture({ distinctId: 'u1', event: 'read' });
  return Response.json({});
}

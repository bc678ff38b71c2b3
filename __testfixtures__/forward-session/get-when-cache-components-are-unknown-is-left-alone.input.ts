// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export async function GET() {
  signal.capture({ distinctId: 'anon', event: 'read' });
  return Response.json([]);
}

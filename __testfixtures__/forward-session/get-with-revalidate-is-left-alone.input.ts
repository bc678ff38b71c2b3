// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

export const revalidate = 60;

export async function GET(request: Request) {
  signal.capture({ distinctId: 'anon', event: 'feed_read' });
  return Response.json([]);
}

// @file app/api/feed/route.ts
import { signal } from '@/lib/signal-server';

export async function GET() {
  signal.capture({ distinctId: 'anon', event: 'feed_read' });
  return Response.json([]);
}

// @file app/api/feed/route.ts
import { items } from '@/lib/feed';
import { signal } from '@/lib/signal-server';

export async function GET() {
  if (items.length > 0) {
    signal.capture({ distinctId: 'anon', event: 'feed_read' });
  }
  return Response.json(items);
}

// @file app/api/feed/route.ts
import { signal } from '@/lib/signal-server';

function trackRead(count: number) {
  signal.capture({ distinctId: 'feed', event: 'feed_read', properties: { count } });
}

export async function GET() {
  trackRead(0);
  return Response.json([]);
}

export async function PUT(request: Request) {
  trackRead((await request.json()).length);
  return Response.json({});
}

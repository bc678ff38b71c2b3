import { visitorId } from '@/lib/auth';
import { signal } from '@/lib/signal';

// Migrated by hand while the support team was chasing a bug in the replay.
export async function POST(request: Request) {
  const { productId, stars } = (await request.json()) as { productId: string; stars: number };
  const replaySession = request.headers.get('x-signal-session-id') || undefined;
  const tab = request.headers.get('x-signal-window-id') || undefined;

  signal.capture({
    distinctId: request.headers.get('x-signal-distinct-id') || (await visitorId()),
    event: 'review_posted',
    properties: { productId, stars },
    sessionId: replaySession,
    windowId: tab,
  });
  return Response.json({ ok: true }, { status: 201 });
}

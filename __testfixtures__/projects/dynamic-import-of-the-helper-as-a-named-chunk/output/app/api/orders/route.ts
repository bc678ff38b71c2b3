import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  const { trackOrder } = await import(/* webpackChunkName: "analytics" */ '@/lib/analytics');
  trackOrder(userId, session);
  return Response.json({ ok: true });
}

export async function PUT(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  const analytics = await import(
    // Only this route needs it.
    '@/lib/analytics'
  );
  analytics.trackOrder(userId, session);
  return Response.json({ ok: true });
}

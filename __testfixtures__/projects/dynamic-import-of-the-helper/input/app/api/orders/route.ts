export async function POST(request: Request) {
  const { userId } = await request.json();
  const { trackOrder } = await import('@/lib/analytics');
  trackOrder(userId);
  return Response.json({ ok: true });
}

export async function PUT(request: Request) {
  const { userId } = await request.json();
  const analytics = await import('@/lib/analytics');
  analytics.trackOrder(userId);
  return Response.json({ ok: true });
}

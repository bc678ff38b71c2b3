import { trackOrder } from '@acme/analytics/server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  trackOrder(userId);
  return Response.json({ ok: true });
}

import { analytics } from '@/lib/analytics';

export async function POST(request: Request) {
  const { userId } = await request.json();
  const { trackOrder } = analytics;
  trackOrder(userId);
  return Response.json({ ok: true });
}

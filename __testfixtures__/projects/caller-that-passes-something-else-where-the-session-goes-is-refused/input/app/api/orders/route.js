import { trackOrder } from '@/lib/analytics';

export async function POST(request) {
  const { userId, total } = await request.json();
  trackOrder(userId, total);
  return Response.json({ ok: true });
}

import { trackOrder } from '@/lib/events';

export async function POST(request: Request) {
  const { userId } = await request.json();
  trackOrder(userId);
  return Response.json({ ok: true });
}

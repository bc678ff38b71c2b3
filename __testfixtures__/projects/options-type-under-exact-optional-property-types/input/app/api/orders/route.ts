import { trackOrder } from '@/lib/analytics';

export async function POST(request: Request) {
  const { userId, total } = await request.json();
  trackOrder({ userId, total });
  trackOrder({
    userId: 'admin',
    total,
  });
  return Response.json({ ok: true });
}

import { analytics } from '@/lib/analytics';

export async function POST(request: Request) {
  const { userId } = await request.json();
  analytics.visited(userId);
  analytics.trackPurchase(userId);
  return Response.json({ ok: true });
}

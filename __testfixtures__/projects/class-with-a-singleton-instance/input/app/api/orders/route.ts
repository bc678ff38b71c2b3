import { analytics } from '@/lib/analytics';

export async function POST(request: Request) {
  const { userId, total } = await request.json();
  analytics.trackVisit(userId);
  analytics.trackPurchase(userId, total);
  return Response.json({ ok: true });
}

import { analytics } from '@/lib/analytics';

export async function POST(request: Request) {
  const order = await request.json();
  analytics.trackPurchase(order);
  return Response.json({ ok: true });
}

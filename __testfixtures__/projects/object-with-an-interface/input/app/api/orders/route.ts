import { analytics } from '@/lib/analytics';

export async function POST(request: Request) {
  const { userId } = await request.json();
  analytics.identify(userId);
  analytics.track(userId, 'order_created');
  await analytics.flush();
  return Response.json({ ok: true });
}

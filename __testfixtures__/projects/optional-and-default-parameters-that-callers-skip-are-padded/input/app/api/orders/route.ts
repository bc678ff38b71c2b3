import { track } from '@/lib/analytics';

export async function POST(request: Request) {
  const { userId } = await request.json();
  track('order_created');
  track('order_seen', userId);
  track('order_dated', userId, {}, new Date(0));
  return Response.json({ ok: true });
}

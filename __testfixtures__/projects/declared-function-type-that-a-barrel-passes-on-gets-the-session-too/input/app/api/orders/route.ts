import { identify, track } from '@/lib/analytics';

export async function POST(request: Request) {
  const { userId } = await request.json();
  identify(userId);
  track(userId, 'order_created');
  return Response.json({ ok: true });
}

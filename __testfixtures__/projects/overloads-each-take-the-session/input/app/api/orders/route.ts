import { track } from '@/lib/analytics';

export async function POST(request: Request) {
  const { userId } = await request.json();
  track({ id: userId }, 'order_created');
  track('admin', 'order_seen');
  return Response.json({ ok: true });
}

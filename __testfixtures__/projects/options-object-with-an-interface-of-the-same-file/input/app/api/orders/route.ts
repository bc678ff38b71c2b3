import { track } from '@/lib/analytics';

export async function POST(request: Request) {
  const { userId } = await request.json();
  track({ userId, event: 'order_created' });
  return Response.json({ ok: true });
}

import { track } from '@/lib/analytics';

export async function POST(request: Request) {
  const { userId, items } = await request.json();
  track({ userId, event: 'order_created', items });
  return Response.json({ ok: true });
}

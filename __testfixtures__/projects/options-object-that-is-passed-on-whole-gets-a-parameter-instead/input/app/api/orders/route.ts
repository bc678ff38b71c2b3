import { send } from '@/lib/analytics';

export async function POST(request: Request) {
  const { userId } = await request.json();
  send({ distinctId: userId, event: 'order_created' });
  return Response.json({ ok: true });
}

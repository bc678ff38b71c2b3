import { order } from '@/lib/orders';

export async function POST(request: Request) {
  const { userId } = await request.json();
  order(userId);
  return Response.json({ ok: true });
}

import { orderTracker } from '@/lib/order-tracker';

export async function POST(request: Request) {
  const { userId } = await request.json();
  orderTracker.created(userId);
  return Response.json({ ok: true });
}

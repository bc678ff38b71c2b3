import { orders } from '@/lib/services';

export async function POST(request: Request) {
  const { userId, items } = await request.json();
  return Response.json({ count: await orders.place(userId, items) });
}

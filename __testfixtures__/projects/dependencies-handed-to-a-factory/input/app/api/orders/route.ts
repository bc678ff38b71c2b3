import { orders } from '@/lib/services';

export async function POST(request: Request) {
  const { userId } = await request.json();
  return Response.json(await orders.place(userId));
}

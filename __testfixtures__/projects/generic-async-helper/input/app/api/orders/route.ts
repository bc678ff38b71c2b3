import { tracked } from '@/lib/analytics';

export async function POST(request: Request) {
  const { userId } = await request.json();
  const count = await tracked<number>('order_created', userId, async () => 1);
  return Response.json({ count });
}

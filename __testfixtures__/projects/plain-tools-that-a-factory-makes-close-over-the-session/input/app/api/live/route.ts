import { bus } from '@acme/bus';
import { makeListeners } from '@/lib/listeners';

export async function POST(request: Request) {
  const { userId } = await request.json();
  bus.subscribe('orders', makeListeners(userId));
  return Response.json({});
}

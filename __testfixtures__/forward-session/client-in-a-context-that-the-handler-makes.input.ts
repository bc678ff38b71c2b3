// @file app/api/orders/route.ts
import { createContext } from '@/server/context';

export async function POST(request: Request) {
  const ctx = await createContext({ request });
  ctx.signal?.capture({ distinctId: 'u1', event: 'order_opened' });
  const { signal } = ctx;
  signal?.capture({ distinctId: 'u1', event: 'order_paid' });
  return Response.json({});
}

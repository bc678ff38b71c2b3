// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

async function handler(req: Request) {
  signal.identify({ distinctId: 'u1', properties: { plan: 'pro' } });
  return Response.json({});
}

export { handler as POST, handler as PUT };

// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

async function handler() {
  signal.capture({ distinctId: 'anon', event: 'orders_read' });
  return Response.json([]);
}

export { handler as GET, handler as POST };

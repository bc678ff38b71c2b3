// @file app/api/orders/route.ts
import { createHandler } from '@/lib/handlers';
import { signal } from '@/lib/signal-server';

export const { GET, POST } = createHandler({
  POST: async (req: Request) => {
    signal.capture({ distinctId: 'u1', event: 'order_created' });
    return Response.json({});
  },
});

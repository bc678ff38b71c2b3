// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

const handlers = {
  async POST(req: Request) {
    signal.capture({ distinctId: 'u1', event: 'order_created' });
    return Response.json({ url: req.url });
  },
  async PUT() {
    signal.capture({ distinctId: 'u1', event: 'order_replaced' });
    return new Response();
  },
  PATCH: async ({ url }: Request) => {
    signal.capture({ distinctId: url, event: 'order_changed' });
    return new Response();
  },
};

export const { POST, PUT, PATCH } = handlers;

// @file server/routes/orders.ts
import { createRouter } from '@/server/create-router';
import { signal } from '@/lib/signal-server';

const orders = createRouter()
  .get('/', (c) => c.json([]))
  .post('/', async ({ req, json }) => {
    const body = await req.json();
    signal.capture({ distinctId: body.userId, event: 'order_created' });
    return json(body);
  })
  .openapi(route, async (context) => {
    signal.capture({ distinctId: context.var.userId, event: 'order_listed' });
    return context.json([]);
  });

export default orders;

import { createRouter } from '@/server/create-router';
import { signal, getSessionInfo } from '@/lib/signal-server';

const orders = createRouter()
  .get('/', (c) => c.json([]))
  .post('/', async ({ req, json }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(req.raw);
    const body = await req.json();
    signal.capture({
      distinctId: distinctId || body.userId,
      event: 'order_created',
      sessionId,
      windowId,
    });
    return json(body);
  })
  .openapi(route, async (context) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(context.req.raw);
    signal.capture({
      distinctId: distinctId || context.var.userId,
      event: 'order_listed',
      sessionId,
      windowId,
    });
    return context.json([]);
  });

export default orders;

import { Hono } from 'hono';
import { handle } from 'hono/vercel';
import { signal, getSessionInfo } from '@/lib/signal-server';

const app = new Hono()
  .basePath('/api')
  .post('/orders', async (c) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(c.req.raw);
    const { userId } = await c.req.json();
    signal.capture({
      distinctId: distinctId || userId,
      event: 'ordered',
      sessionId,
      windowId,
    });
    return c.json({});
  })
  .post('/webhooks', async (c) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(c.req.raw);
    const { userId } = await c.req.json();
    signal.capture({
      distinctId: distinctId || userId,
      event: 'webhook added',
      sessionId,
      windowId,
    });
    return c.json({});
  })
  .delete('/webhooks/:id', (c) => c.json({}));

export const POST = handle(app);
export const DELETE = handle(app);

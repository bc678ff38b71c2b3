import { Hono } from 'hono';
import { handle } from 'hono/vercel';
import { signal, getSessionInfo } from '@/lib/signal-server';

const app = new Hono()
  .basePath('/api')
  .get('/ping', (c) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(c.req.raw);
    signal.capture({
      distinctId: distinctId || 'u1',
      event: 'pinged',
      sessionId,
      windowId,
    });
    return c.text('pong');
  })
  .post('/orders', async (c) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(c.req.raw);
    const body = await c.req.json();
    signal.capture({
      distinctId: distinctId || body.userId,
      event: 'order_created',
      sessionId,
      windowId,
    });
    return c.json(body);
  });

export type AppType = typeof app;
export const GET = handle(app);
export const POST = handle(app);

import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { handle } from 'hono/vercel';
import { signal, getSessionInfo } from '@/lib/signal-server';

const app = new Hono().basePath('/api');

app.use('*', async (c, next) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(c.req.raw);
  await next();
  signal.capture({
    distinctId: distinctId || c.get('userId'),
    event: 'api_called',
    sessionId,
    windowId,
  });
});

app.post('/orders', zValidator('json', schema), async (c) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(c.req.raw);
  const body = c.req.valid('json');
  signal.capture({
    distinctId: distinctId || body.userId,
    event: 'order_created',
    sessionId,
    windowId,
  });
  return c.json(body);
});

app.get('/ping', (c) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(c.req.raw);
  signal.capture({ distinctId: distinctId || 'u1', event: 'pinged', sessionId, windowId });
  return new Response('pong');
});

app.onError((error, c) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(c.req.raw);
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'failed',
    properties: { message: error.message },
    sessionId,
    windowId,
  });
  return c.text('failed', 500);
});

export const GET = handle(app);
export const POST = handle(app);

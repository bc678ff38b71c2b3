// @file app/api/[[...route]]/route.ts
import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { handle } from 'hono/vercel';
import { signal } from '@/lib/signal-server';

const app = new Hono().basePath('/api');

app.use('*', async (c, next) => {
  await next();
  signal.capture({ distinctId: c.get('userId'), event: 'api_called' });
});

app.post('/orders', zValidator('json', schema), async (c) => {
  const body = c.req.valid('json');
  signal.capture({ distinctId: body.userId, event: 'order_created' });
  return c.json(body);
});

app.get('/ping', () => {
  signal.capture({ distinctId: 'u1', event: 'pinged' });
  return new Response('pong');
});

app.onError((error, c) => {
  signal.capture({ distinctId: 'u1', event: 'failed', properties: { message: error.message } });
  return c.text('failed', 500);
});

export const GET = handle(app);
export const POST = handle(app);

// @file app/api/[[...route]]/route.ts
import { Hono } from 'hono';
import { handle } from 'hono/vercel';
import { signal } from '@/lib/signal-server';

const app = new Hono()
  .basePath('/api')
  .get('/ping', (c) => {
    signal.capture({ distinctId: 'u1', event: 'pinged' });
    return c.text('pong');
  })
  .post('/orders', async (c) => {
    const body = await c.req.json();
    signal.capture({ distinctId: body.userId, event: 'order_created' });
    return c.json(body);
  });

export type AppType = typeof app;
export const GET = handle(app);
export const POST = handle(app);

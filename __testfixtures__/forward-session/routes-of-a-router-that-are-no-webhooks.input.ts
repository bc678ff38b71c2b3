// @file app/api/[[...route]]/route.ts
import { Hono } from 'hono';
import { handle } from 'hono/vercel';
import { signal } from '@/lib/signal-server';

const app = new Hono()
  .basePath('/api')
  .post('/orders', async (c) => {
    const { userId } = await c.req.json();
    signal.capture({ distinctId: userId, event: 'ordered' });
    return c.json({});
  })
  .post('/webhooks', async (c) => {
    const { userId } = await c.req.json();
    signal.capture({ distinctId: userId, event: 'webhook added' });
    return c.json({});
  })
  .delete('/webhooks/:id', (c) => c.json({}));

export const POST = handle(app);
export const DELETE = handle(app);

// @file app/api/[[...route]]/route.ts
import { Hono } from 'hono';
import { handle } from 'hono/vercel';
import { Webhook } from 'svix';
import { signal } from '@/lib/signal-server';

const onBilling = async (c) => {
  const { userId } = await c.req.json();
  signal.capture({ distinctId: userId, event: 'billed' });
  return c.json({});
};

const app = new Hono()
  .basePath('/api')
  .post('/clerk', async (c) => {
    const event = new Webhook(process.env.SECRET).verify(await c.req.text(), {});
    signal.capture({ distinctId: event.userId, event: 'registered' });
    return c.json({});
  })
  .post('/payments', async (c) => {
    if (!isValid(c.req.header('x-payments-signature'))) return c.json({}, 401);
    signal.capture({ distinctId: 'payments', event: 'paid' });
    return c.json({});
  })
  .post('/webhooks/billing', onBilling);

export const POST = handle(app);

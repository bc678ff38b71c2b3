// @file app/api/[[...route]]/route.ts
import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { handle } from 'hono/vercel';
import { signal } from '@/lib/signal-server';

const app = new Hono().basePath('/api');

app.use('/jobs/*', bearerAuth({ token: process.env.CRON_SECRET }));
app.use('/orders/*', bearerAuth({ verifyToken: (token) => isOfUser(token) }));
app.post('/orders/new', async (c) => {
  const { userId } = await c.req.json();
  signal.capture({ distinctId: userId, event: 'ordered' });
  return c.json({});
});

export const POST = handle(app);

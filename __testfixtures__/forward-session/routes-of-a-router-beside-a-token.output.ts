import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { handle } from 'hono/vercel';
import { signal, getSessionInfo } from '@/lib/signal-server';

const app = new Hono().basePath('/api');

app.use('/jobs/*', bearerAuth({ token: process.env.CRON_SECRET }));
app.use('/orders/*', bearerAuth({ verifyToken: (token) => isOfUser(token) }));
app.post('/orders/new', async (c) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(c.req.raw);
  const { userId } = await c.req.json();
  signal.capture({
    distinctId: distinctId || userId,
    event: 'ordered',
    sessionId,
    windowId,
  });
  return c.json({});
});

export const POST = handle(app);

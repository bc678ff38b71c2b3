// @file app/api/[[...route]]/route.ts
import { Hono } from 'hono';
import { handle } from 'hono/vercel';
import { signal } from '@/lib/signal-server';

const app = new Hono().basePath('/api');

app.get('/cron/digest', (c) => {
  signal.capture({ distinctId: 'digest', event: 'digest sent' });
  return c.json({});
});
app.get('/report', (c) => {
  if (c.req.header('Authorization') !== `Bearer ${process.env.CRON_SECRET}`) return c.json({}, 401);
  signal.capture({ distinctId: 'report', event: 'report sent' });
  return c.json({});
});

export const GET = handle(app);

// @file app/api/[[...route]]/route.ts
import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { handle } from 'hono/vercel';
import { signal } from '@/lib/signal-server';

const jobs = new Hono();

jobs.use('/clean/*', async (c, next) => {
  if (process.env.CRON_SECRET) return bearerAuth({ token: process.env.CRON_SECRET })(c, next);
  await next();
});
jobs.get('/clean/users', (c) => {
  signal.capture({ distinctId: 'cleaner', event: 'users removed' });
  return c.json({});
});

const app = new Hono()
  .basePath('/api')
  .use('*', bearerAuth({ token: process.env.CRON_SECRET }))
  .get('/digest', (c) => {
    signal.capture({ distinctId: 'digest', event: 'digest sent' });
    return c.json({});
  })
  .route('/jobs', jobs);

export const GET = handle(app);

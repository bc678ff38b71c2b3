// @file app/api/[[...slugs]]/route.ts
import { Elysia } from 'elysia';
import { signal } from '@/lib/signal-server';

const app = new Elysia({ prefix: '/api' })
  .post('/orders', async ({ body }) => {
    signal.capture({ distinctId: body.userId, event: 'order_created' });
    return body;
  })
  .group('/users', (users) =>
    users.get('/', ({ request, query }) => {
      signal.capture({ distinctId: query.id, event: 'user_listed' });
      return request.url;
    }),
  );

export const GET = app.handle;
export const POST = app.handle;

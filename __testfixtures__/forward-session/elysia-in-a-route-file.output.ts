import { Elysia } from 'elysia';
import { signal, getSessionInfo } from '@/lib/signal-server';

const app = new Elysia({ prefix: '/api' })
  .post('/orders', async ({ body, request }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(request);
    signal.capture({
      distinctId: distinctId || body.userId,
      event: 'order_created',
      sessionId,
      windowId,
    });
    return body;
  })
  .group('/users', (users) =>
    users.get('/', ({ request, query }) => {
      const { sessionId, windowId, distinctId } = getSessionInfo(request);
      signal.capture({
        distinctId: distinctId || query.id,
        event: 'user_listed',
        sessionId,
        windowId,
      });
      return request.url;
    }),
  );

export const GET = app.handle;
export const POST = app.handle;

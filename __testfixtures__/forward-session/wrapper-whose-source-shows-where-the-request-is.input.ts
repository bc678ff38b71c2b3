// @file app/api/orders/route.ts
import { createHandlers, withLog, withNothing, withRoles, withSession, withUser } from '@/lib/typed-wrappers';
import { signal } from '@/lib/signal-server';

export const GET = withUser(async ({ user }) => {
  signal.capture({ distinctId: user.id, event: 'orders_listed' });
  return Response.json([]);
});

export const POST = withSession(async (session) => {
  signal.capture({ distinctId: session.id, event: 'order_created' });
  return Response.json({});
});

export const PUT = withLog(async (incoming) => {
  signal.capture({ distinctId: incoming.url, event: 'order_replaced' });
  return Response.json({});
});

export const PATCH = withRoles({ roles: ['admin'] })(async (context, httpRequest) => {
  signal.capture({ distinctId: context.id, event: 'order_changed' });
  return Response.json({});
});

export const DELETE = createHandlers({
  post: async ({ body }) => {
    signal.capture({ distinctId: String(body), event: 'order_removed' });
    return Response.json({});
  },
});

export const OPTIONS = withNothing(async (user) => {
  signal.capture({ distinctId: user.id, event: 'asked' });
  return Response.json({});
});

import { headers } from 'next/headers';
import { createHandlers, withLog, withNothing, withRoles, withSession, withUser } from '@/lib/typed-wrappers';
import { getSessionInfo, signal } from '@/lib/signal-server';

export const GET = withUser(async ({ user, req }) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  signal.capture({ distinctId: distinctId || user.id, event: 'orders_listed', sessionId, windowId });
  return Response.json([]);
});

export const POST = withSession(async (session, request) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({ distinctId: distinctId || session.id, event: 'order_created', sessionId, windowId });
  return Response.json({});
});

export const PUT = withLog(async (incoming) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(incoming);
  signal.capture({ distinctId: distinctId || incoming.url, event: 'order_replaced', sessionId, windowId });
  return Response.json({});
});

export const PATCH = withRoles({ roles: ['admin'] })(async (context, httpRequest) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(httpRequest);
  signal.capture({ distinctId: distinctId || context.id, event: 'order_changed', sessionId, windowId });
  return Response.json({});
});

export const DELETE = createHandlers({
  post: async ({ body, incoming }) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(incoming);
    signal.capture({ distinctId: distinctId || String(body), event: 'order_removed', sessionId, windowId });
    return Response.json({});
  },
});

export const OPTIONS = withNothing(async (user) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(await headers());
  signal.capture({ distinctId: distinctId || user.id, event: 'asked', sessionId, windowId });
  return Response.json({});
});

import type { Context, Handler } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppRouteHandler } from '@/server/types';
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function create(c: Context) {
  const { sessionId, windowId, distinctId } = getSessionInfo(c.req.raw);
  signal.capture({
    distinctId: distinctId || c.get('userId'),
    event: 'order_created',
    sessionId,
    windowId,
  });
  return c.json({});
}

export const remove: Handler = (c) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(c.req.raw);
  signal.capture({
    distinctId: distinctId || c.get('userId'),
    event: 'order_removed',
    sessionId,
    windowId,
  });
  return c.json({});
};

export const list: AppRouteHandler<typeof route> = async (c) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(c.req.raw);
  signal.capture({
    distinctId: distinctId || c.get('userId'),
    event: 'orders_listed',
    sessionId,
    windowId,
  });
  return c.json([]);
};

export const tracked = createMiddleware(async (c, next) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(c.req.raw);
  signal.capture({
    distinctId: distinctId || c.get('userId'),
    event: 'called',
    sessionId,
    windowId,
  });
  await next();
});

export const failed = (error: Error, c: Context) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(c.req.raw);
  signal.capture({
    distinctId: distinctId || 'u1',
    event: error.name,
    sessionId,
    windowId,
  });
  return c.text('failed', 500);
};

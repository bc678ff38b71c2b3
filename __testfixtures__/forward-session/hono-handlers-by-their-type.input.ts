// @file server/orders/handlers.ts
import type { Context, Handler } from 'hono';
import { createMiddleware } from 'hono/factory';
import type { AppRouteHandler } from '@/server/types';
import { signal } from '@/lib/signal-server';

export async function create(c: Context) {
  signal.capture({ distinctId: c.get('userId'), event: 'order_created' });
  return c.json({});
}

export const remove: Handler = (c) => {
  signal.capture({ distinctId: c.get('userId'), event: 'order_removed' });
  return c.json({});
};

export const list: AppRouteHandler<typeof route> = async (c) => {
  signal.capture({ distinctId: c.get('userId'), event: 'orders_listed' });
  return c.json([]);
};

export const tracked = createMiddleware(async (c, next) => {
  signal.capture({ distinctId: c.get('userId'), event: 'called' });
  await next();
});

export const failed = (error: Error, c: Context) => {
  signal.capture({ distinctId: 'u1', event: error.name });
  return c.text('failed', 500);
};

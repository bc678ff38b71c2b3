import type { Hono } from 'hono';
import { signal, getSessionInfo } from '@/lib/signal-server';

interface Deps {
  db: unknown;
  app: Hono;
}
type Others = Deps;

export function routes({ app, db }: Deps) {
  app.post('/orders', async (c) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(c.req.raw);
    signal.capture({
      distinctId: distinctId || c.var.userId,
      event: 'order_created',
      sessionId,
      windowId,
    });
    return c.json(db);
  });
}

export function more({ app: api }: Others) {
  api.post('/carts', async (c) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(c.req.raw);
    signal.capture({
      distinctId: distinctId || c.var.userId,
      event: 'cart_created',
      sessionId,
      windowId,
    });
    return c.json({});
  });
}

export function typed({ app = unknown }: { app: Hono }) {
  app.post('/lists', async (c) => {
    const { sessionId, windowId, distinctId } = getSessionInfo(c.req.raw);
    signal.capture({
      distinctId: distinctId || c.var.userId,
      event: 'list_created',
      sessionId,
      windowId,
    });
    return c.json({});
  });
}

declare const unknown: Hono;

// @file server/routes.ts
import type { Hono } from 'hono';
import { signal } from '@/lib/signal-server';

interface Deps {
  db: unknown;
  app: Hono;
}
type Others = Deps;

export function routes({ app, db }: Deps) {
  app.post('/orders', async (c) => {
    signal.capture({ distinctId: c.var.userId, event: 'order_created' });
    return c.json(db);
  });
}

export function more({ app: api }: Others) {
  api.post('/carts', async (c) => {
    signal.capture({ distinctId: c.var.userId, event: 'cart_created' });
    return c.json({});
  });
}

export function typed({ app = unknown }: { app: Hono }) {
  app.post('/lists', async (c) => {
    signal.capture({ distinctId: c.var.userId, event: 'list_created' });
    return c.json({});
  });
}

declare const unknown: Hono;

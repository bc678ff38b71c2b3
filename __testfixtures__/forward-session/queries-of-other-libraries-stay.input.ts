// @file server/api/routers/orders.ts
import { pool } from '@/server/pool';
import { signal } from '@/lib/signal-server';

export const stored = pool.query(async (row: { id: string }) => {
  signal.capture({ distinctId: row.id, event: 'stored' });
});

export const used = pool.use(async ({ ctx }: { ctx: { id: string } }) => {
  signal.capture({ distinctId: ctx.id, event: 'used' });
});

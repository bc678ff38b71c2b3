// @file app/api/orders/route.ts
import type { RouteHandler } from '@/lib/types';
import { signal } from '@/lib/signal-server';

export const POST: RouteHandler = async () => {
  signal.capture({ distinctId: 'u1', event: 'order_created' });
  return Response.json({});
};

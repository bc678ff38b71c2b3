// @file app/api/orders/route.ts
import { withErrors } from '@/lib/wrappers';
import { signal } from '@/lib/signal-server';

export const POST = withErrors(async () => {
  signal.capture({ distinctId: 'u1', event: 'order_created' });
  return Response.json({});
});

// @file app/api/orders/route.ts
import { withErrors } from '@/lib/wrappers';
import { signal } from '@/lib/signal-server';

export const POST = withErrors((user) => {
  signal.capture({ distinctId: user.id, event: 'order_created' });
  return Response.json({});
});

// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';
import { withAuth } from '@/lib/auth';

export const POST = withAuth(async (req, { user }) => {
  signal.capture({ distinctId: user.id, event: 'order_created' });
  return Response.json({});
});

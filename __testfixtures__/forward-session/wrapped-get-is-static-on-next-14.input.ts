// @file app/api/orders/route.ts
import { withErrors } from '@/lib/errors';
import { signal } from '@/lib/signal-server';

export const GET = withErrors(async (req) => {
  signal.capture({ distinctId: 'anon', event: 'read' });
  return Response.json([]);
});

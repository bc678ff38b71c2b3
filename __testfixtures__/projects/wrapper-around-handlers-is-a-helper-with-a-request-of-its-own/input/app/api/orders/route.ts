import { withEvent } from '@/lib/with-event';

export const POST = withEvent('order_created', async () => {
  return Response.json({ ok: true });
});

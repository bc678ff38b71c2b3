import { trackAll } from '@/lib/analytics';

export async function POST() {
  trackAll('u1', 'order_created', 'order_seen');
  return Response.json({ ok: true });
}

import { track } from '@/lib/analytics';

export async function POST() {
  track('u1', 'order_created');
  return Response.json({ ok: true });
}

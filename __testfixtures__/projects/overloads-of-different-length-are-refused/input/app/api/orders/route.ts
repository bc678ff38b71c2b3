import { track } from '@/lib/analytics';

export async function POST() {
  track('order_created');
  return Response.json({ ok: true });
}

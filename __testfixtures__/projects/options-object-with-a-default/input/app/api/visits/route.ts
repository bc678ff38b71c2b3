import { trackVisit } from '@/lib/analytics';

export async function POST() {
  trackVisit();
  trackVisit({});
  trackVisit({ path: '/orders' });
  return Response.json({ ok: true });
}

import { track } from '@/lib/analytics';

export async function POST() {
  track('u1');
  return Response.json({ ok: true });
}

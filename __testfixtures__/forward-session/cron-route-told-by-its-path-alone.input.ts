// @file app/api/cron/digest/route.ts
import { signal } from '@/lib/signal-server';

export async function POST() {
  signal.capture({ distinctId: 'system', event: 'digest_sent' });
  return Response.json({ ok: true });
}

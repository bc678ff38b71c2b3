// @file app/api/digest/route.ts
import { withScheduler } from '@/lib/scheduler';
import { signal } from '@/lib/signal-server';

export const POST = withScheduler(async (request: Request) => {
  signal.capture({ distinctId: 'system', event: 'digest_sent' });
  return Response.json({ ok: true });
});

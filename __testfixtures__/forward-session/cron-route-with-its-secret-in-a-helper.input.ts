// @file app/api/digest/route.ts
import { env } from '@/env';
import { signal } from '@/lib/signal-server';

function isScheduler(request: Request) {
  const header = request.headers.get('authorization');
  const token = header?.replace('Bearer ', '');
  return token === env.CRON_SECRET;
}

export async function POST(request: Request) {
  if (!isScheduler(request)) return new Response('Unauthorized', { status: 401 });
  signal.capture({ distinctId: 'system', event: 'digest_sent' });
  return Response.json({ ok: true });
}

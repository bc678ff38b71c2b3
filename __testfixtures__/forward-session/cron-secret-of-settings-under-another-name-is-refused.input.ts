// @file app/api/digest/route.ts
import { env as settings } from '@/env';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const token = request.headers.get('authorization')?.replace('Bearer ', '');
  if (token !== settings.CRON_SECRET) return new Response('Unauthorized', { status: 401 });
  signal.capture({ distinctId: 'system', event: 'digest_sent' });
  return Response.json({ ok: true });
}

// @file app/api/digest/route.ts
import { signal } from '@/lib/signal-server';

export async function GET(request: Request) {
  if (request.headers.get('authorization') !== `Bearer ${process.env.CRON_SECRET}`) {
    return new Response('Unauthorized', { status: 401 });
  }
  signal.capture({ distinctId: 'system', event: 'digest_sent' });
  return Response.json({ ok: true });
}

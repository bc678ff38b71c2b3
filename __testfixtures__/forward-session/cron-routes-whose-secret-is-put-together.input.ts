// @file app/api/digest/route.ts
import { signal } from '@/lib/signal-server';

const EXPECTED = `Bearer ${process.env.CRON_SECRET}`;

export async function GET(request: Request) {
  if (request.headers.get('authorization') !== 'Bearer ' + process.env.CRON_SECRET) return new Response();
  signal.capture({ distinctId: 'system', event: 'digest_sent' });
  return Response.json({ ok: true });
}

export async function POST(request: Request) {
  if (request.headers.get('authorization') !== EXPECTED) return new Response();
  signal.capture({ distinctId: 'system', event: 'digest_sent_again' });
  return Response.json({ ok: true });
}

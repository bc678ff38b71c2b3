// @file app/api/cron/reminders/route.ts
import { verifySignature } from '@/lib/verify-signature';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const body = await request.text();
  if (!verifySignature(body, request.headers.get('upstash-signature'))) {
    return new Response(null, { status: 401 });
  }
  signal.capture({ distinctId: 'reminders', event: 'reminders_sent' });
  return new Response(null, { status: 204 });
}

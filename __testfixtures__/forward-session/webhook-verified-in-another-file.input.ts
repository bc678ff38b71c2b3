// @file app/api/inbound/route.ts
import { readEvent } from '@/lib/events';
import { signal } from '@/lib/signal-server';

export async function POST(req: Request) {
  const event = await readEvent(req);
  signal.capture({ distinctId: event.user, event: 'mail_received' });
  return new Response(null, { status: 204 });
}

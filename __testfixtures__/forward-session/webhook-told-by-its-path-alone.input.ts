// @file app/api/webhooks/[provider]/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(req: Request) {
  const event = await req.json();
  signal.capture({ distinctId: event.userId, event: 'webhook_received' });
  return new Response(null, { status: 204 });
}

// @file app/api/webhooks/create/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(req: Request) {
  const { userId } = await req.json();
  signal.capture({ distinctId: userId, event: 'webhook_created' });
  return Response.json({ ok: true });
}

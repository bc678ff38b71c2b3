// @file app/api/webhooks/route.ts
import { auth } from '@/auth';
import { createWebhook } from '@/lib/webhooks';
import { signal } from '@/lib/signal-server';

export async function POST(req: Request) {
  const session = await auth();
  if (!session) return new Response(null, { status: 401 });
  await createWebhook(await req.json());
  signal.capture({ distinctId: session.user.id, event: 'webhook_created' });
  return Response.json({ ok: true });
}

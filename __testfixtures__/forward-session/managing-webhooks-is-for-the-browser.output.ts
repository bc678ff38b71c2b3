import { auth } from '@/auth';
import { createWebhook } from '@/lib/webhooks';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(req: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  const session = await auth();
  if (!session) return new Response(null, { status: 401 });
  await createWebhook(await req.json());
  signal.capture({
    distinctId: distinctId || session.user.id,
    event: 'webhook_created',
    sessionId,
    windowId,
  });
  return Response.json({ ok: true });
}

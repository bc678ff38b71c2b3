// @file app/api/webhooks/chat/route.ts
import { db, getUser } from '@/lib/db';
import { signal } from '@/lib/signal-server';

export async function POST(req: Request) {
  const payload = await req.json();
  const user = await getUser(payload.userId);
  await db.user.update(user);
  signal.capture({ distinctId: user.id, event: 'message_received' });
  return new Response(null, { status: 204 });
}

// @file app/api/unlock/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { password, userId } = await request.json();
  if (password !== process.env.PREVIEW_PASSWORD) return new Response(null, { status: 401 });
  if (process.env.UNLOCK_SECRET === undefined) return new Response(null, { status: 500 });
  signal.capture({ distinctId: userId, event: 'preview_unlocked' });
  return Response.json({ ok: true });
}

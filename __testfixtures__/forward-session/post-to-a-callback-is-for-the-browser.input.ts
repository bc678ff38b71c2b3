// @file app/api/callback/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(req: Request) {
  const { phone, code } = await req.json();
  signal.capture({ distinctId: phone, event: 'call_back_requested', properties: { code } });
  return Response.json({ ok: true });
}

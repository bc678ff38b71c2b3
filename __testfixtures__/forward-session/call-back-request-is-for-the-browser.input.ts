// @file app/api/callback-request/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(req: Request) {
  const { phone } = await req.json();
  signal.capture({ distinctId: phone, event: 'call_back_requested' });
  return Response.json({ ok: true });
}

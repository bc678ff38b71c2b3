// @file app/api/webhooks/github/route.ts
import { verify } from '@/lib/github';
import { signal } from '@/lib/signal-server';

export async function POST(req: Request) {
  const payload = await verify(await req.text(), req.headers.get('x-hub-signature-256'));
  signal.capture({ distinctId: payload.sender.id, event: 'pushed' });
  return new Response(null, { status: 204 });
}

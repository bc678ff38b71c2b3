// @file app/api/digest/route.ts
import { signal } from '@/lib/signal-server';

const KIND = 'application/json';

export async function POST(request: Request) {
  if (request.headers.get('content-type') !== KIND) return new Response();
  if (request.headers.get('accept') !== 'text/' + process.env.KIND) return new Response();
  signal.capture({ distinctId: 'a', event: 'sent' });
  return Response.json({ ok: true });
}

// @file app/api/queue/route.ts
import crypto from 'node:crypto';
import { signal } from '@/lib/signal-server';

const SECRET = process.env.CRON_SECRET!;

function isSame(a: string | null, b: string) {
  return a !== null && crypto.timingSafeEqual(Buffer.from(a), Buffer.from(b));
}

export async function POST(request: Request) {
  const header = request.headers.get('authorization');
  if (!isSame(header, `Bearer ${SECRET}`)) return new Response(null, { status: 401 });
  signal.capture({ distinctId: 'queue', event: 'queue_emptied' });
  return Response.json({});
}

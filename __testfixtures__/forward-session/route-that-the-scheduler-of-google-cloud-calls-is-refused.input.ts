// @file app/api/digest/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  if (!request.headers.get('x-cloudscheduler')) return new Response(null, { status: 403 });
  signal.capture({ distinctId: 'job', event: 'digest_sent' });
  return new Response();
}

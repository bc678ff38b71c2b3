// @file app/api/payments/notify/route.ts
import { createHmac, timingSafeEqual } from 'node:crypto';
import { signal } from '@/lib/signal-server';

function isGenuine(body: string, given: string) {
  const expected = createHmac('sha256', process.env.BANK_SECRET!).update(body).digest('hex');
  return timingSafeEqual(Buffer.from(expected), Buffer.from(given));
}

export async function POST(req: Request) {
  const body = await req.text();
  if (!isGenuine(body, req.headers.get('x-bank-digest') ?? '')) return new Response(null, { status: 401 });
  const transfer = JSON.parse(body);
  signal.capture({ distinctId: transfer.reference, event: 'transfer_received' });
  return new Response(null, { status: 204 });
}

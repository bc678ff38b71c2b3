// @file app/api/polar/route.ts
import { Webhook } from 'standardwebhooks';
import { signal } from '@/lib/signal-server';

export async function POST(req: Request) {
  const event = new Webhook(process.env.POLAR_SECRET!).verify(await req.text(), Object.fromEntries(req.headers));
  signal.identify({ distinctId: event.customer.id });
  return new Response('ok');
}

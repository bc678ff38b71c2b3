// @file app/api/webhook/route.ts
import { signal } from '@/lib/signal-server';

function track(customer: string) {
  signal.capture({ distinctId: customer, event: 'order_shipped' });
}

export async function POST(req: Request) {
  await verify(req, req.headers.get('x-shop-signature'));
  const { customer } = await req.json();
  track(customer);
  return new Response(null, { status: 204 });
}

export async function PATCH(req: Request) {
  const { customer } = await req.json();
  track(customer);
  return new Response(null, { status: 204 });
}

declare function verify(...given: unknown[]): Promise<void>;

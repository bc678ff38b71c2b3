// @file app/api/webhooks/shop/route.ts
import { signal } from '@/lib/signal-server';

function track(customer: string) {
  signal.capture({ distinctId: customer, event: 'order_shipped' });
}

export async function POST(req: Request) {
  const { customer } = await req.json();
  track(customer);
  return new Response(null, { status: 204 });
}

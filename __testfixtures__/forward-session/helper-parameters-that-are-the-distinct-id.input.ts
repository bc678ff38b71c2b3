// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

interface Buyer {
  readonly id?: string;
  readonly email: string;
}

function trackBuyer({ id, email }: Buyer, total: number) {
  signal.capture({ distinctId: id ?? email, event: 'bought', properties: { total } });
}

function trackId<Id extends string>(distinctId: Id, event = 'seen') {
  signal.capture({ distinctId, event });
}

export async function POST(request: Request) {
  const buyer: Buyer = await request.json();
  trackBuyer(buyer, 3);
  trackId(buyer.email);
  return Response.json({});
}

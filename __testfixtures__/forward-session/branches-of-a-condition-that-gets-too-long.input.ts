// @file app/api/orders/route.ts
import { NextResponse } from 'next/server';
import { signal } from '@/lib/signal-server';

async function track(userId: string, event: string, total: number) {
  signal.capture({ distinctId: userId, event, properties: { total } });
}

export async function POST(request: Request) {
  const { id, isPaid } = await request.json();
  const one = isPaid ? 'none' : await track(id, 'order_placed_by_visitor', 1);
  const both = isPaid ? await track(id, 'paid', 1) : await track(id, 'b', 2);
  const near = isPaid ? track(id, 'paidaa', 1) : track(id, 'bbbbbb', 2);
  const long = isPaid
    ? 'none'
    : await track(id, 'order_placed_by_a_visitor', 1);
  const wide = isPaid ? 'no' : track(id, 'order_placed_by_a_visitor_of_the', 1);
  let asked = id === 'x' ? await track(id, 'paid', 1) : await track(id, 'b', 2);
  asked = isPaid ? await track(id, 'order_paid', 1) : await track(id, 'b', 234);
  isPaid ? await track(id, 'order_paid', 1) : await track(id, 'others', 1234);
  if (one) return isPaid ? await track(id, 'a', 1) : await track(id, 'bb', 2);
  const short = isPaid ? track(id, 'a', 1) : 2;
  return NextResponse.json({ one, both, near, long, wide, asked, short });
}

// @file app/api/orders/route.ts
import {
  signal,
} from '@/lib/signal-server';
import {
  NextResponse,
} from 'next/server';

export async function POST(
  request: Request,
) {
  const order = await request.json();
  signal.setPersonProperties(
    order.userId,
    { plan: order.plan },
  );
  signal.groupIdentify({
    groupType: 'company',
    groupKey: order.company,
  });
  signal.group(order.userId, 'company', order.company, {
    since: order.createdAt,
  });
  return NextResponse.json(order);
}

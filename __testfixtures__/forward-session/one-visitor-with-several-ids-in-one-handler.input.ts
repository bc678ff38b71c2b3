// @file app/api/orders/route.ts
import { auth } from '@clerk/nextjs/server';
import { getOrder, getSession } from '@/lib/db';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId } = await auth();
  const { email } = await request.json();
  if (userId) {
    signal.capture({ distinctId: userId, event: 'subscribed' });
    return Response.json({});
  }
  signal.capture({ distinctId: email, event: 'subscribed' });
  return Response.json({});
}

export async function PUT(request: Request) {
  const { userId, email } = await request.json();
  signal.capture({ distinctId: userId, event: 'seen' });
  signal.capture({ distinctId: email, event: 'seen' });
  return Response.json({});
}

export async function PATCH(request: Request) {
  const { orderId } = await request.json();
  const order = await getOrder(orderId);
  signal.capture({ distinctId: order.sellerId, event: 'order_packed' });
  return Response.json({});
}

export async function DELETE(request: Request) {
  const { email } = await request.json();
  const session = await getSession();
  if (session) signal.capture({ distinctId: session.user.id, event: 'left' });
  else signal.capture({ distinctId: email, event: 'left' });
  return Response.json({});
}

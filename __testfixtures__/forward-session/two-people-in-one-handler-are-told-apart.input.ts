// @file app/api/orders/route.ts
import { auth } from '@clerk/nextjs/server';
import { db, getOrder } from '@/lib/db';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId, targetUserId } = await request.json();
  signal.capture({ distinctId: userId, event: 'followed_someone' });
  signal.capture({ distinctId: targetUserId, event: 'was_followed' });
  return Response.json({});
}

export async function PUT(request: Request) {
  const { userId } = await auth();
  const { orderId } = await request.json();
  const order = await getOrder(orderId);
  signal.capture({ distinctId: userId ?? '', event: 'bought' });
  signal.capture({ distinctId: order.sellerId, event: 'sold' });
  return Response.json({});
}

export async function PATCH(request: Request) {
  const { userId } = await auth();
  const { orderId } = await request.json();
  const order = await getOrder(orderId);
  track(userId, 'bought');
  track(order.buyer.id, 'was_bought_for');
  return Response.json({});
}

function track(id: string, event: string) {
  signal.capture({ distinctId: id, event });
}

export async function DELETE(request: Request) {
  const { userId } = await auth();
  const user = await db.user.find(userId);
  signal.capture({ distinctId: userId, event: 'left' });
  signal.capture({ distinctId: user.id, event: 'left' });
  signal.capture({ distinctId: user.email, event: 'left' });
  return Response.json({});
}

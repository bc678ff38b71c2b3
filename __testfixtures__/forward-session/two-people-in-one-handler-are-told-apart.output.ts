import { auth } from '@clerk/nextjs/server';
import { db, getOrder } from '@/lib/db';
import { getSessionInfo, type SessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId, targetUserId } = await request.json();
  signal.capture({
    distinctId: distinctId || userId,
    event: 'followed_someone',
    sessionId,
    windowId,
  });
  signal.capture({
    distinctId: targetUserId,
    event: 'was_followed',
    sessionId,
    windowId,
  });
  return Response.json({});
}

export async function PUT(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId } = await auth();
  const { orderId } = await request.json();
  const order = await getOrder(orderId);
  signal.capture({
    distinctId: distinctId || (userId ?? ''),
    event: 'bought',
    sessionId,
    windowId,
  });
  signal.capture({
    distinctId: order.sellerId,
    event: 'sold',
    sessionId,
    windowId,
  });
  return Response.json({});
}

export async function PATCH(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await auth();
  const { orderId } = await request.json();
  const order = await getOrder(orderId);
  track(userId, 'bought', session);
  track(order.buyer.id, 'was_bought_for', {
    ...session,
    distinctId: undefined,
  });
  return Response.json({});
}

function track(id: string, event: string, session?: SessionInfo) {
  signal.capture({
    distinctId: session?.distinctId || id,
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function DELETE(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId } = await auth();
  const user = await db.user.find(userId);
  signal.capture({
    distinctId: distinctId || userId,
    event: 'left',
    sessionId,
    windowId,
  });
  signal.capture({
    distinctId: distinctId || user.id,
    event: 'left',
    sessionId,
    windowId,
  });
  signal.capture({
    distinctId: distinctId || user.email,
    event: 'left',
    sessionId,
    windowId,
  });
  return Response.json({});
}

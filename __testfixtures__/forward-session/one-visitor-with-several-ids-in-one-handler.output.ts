import { auth } from '@clerk/nextjs/server';
import { getOrder, getSession } from '@/lib/db';
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId } = await auth();
  const { email } = await request.json();
  if (userId) {
    signal.capture({
      distinctId: distinctId || userId,
      event: 'subscribed',
      sessionId,
      windowId,
    });
    return Response.json({});
  }
  signal.capture({
    distinctId: distinctId || email,
    event: 'subscribed',
    sessionId,
    windowId,
  });
  return Response.json({});
}

export async function PUT(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId, email } = await request.json();
  signal.capture({
    distinctId: distinctId || userId,
    event: 'seen',
    sessionId,
    windowId,
  });
  signal.capture({
    distinctId: distinctId || email,
    event: 'seen',
    sessionId,
    windowId,
  });
  return Response.json({});
}

export async function PATCH(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { orderId } = await request.json();
  const order = await getOrder(orderId);
  signal.capture({
    distinctId: distinctId || order.sellerId,
    event: 'order_packed',
    sessionId,
    windowId,
  });
  return Response.json({});
}

export async function DELETE(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { email } = await request.json();
  const session = await getSession();
  if (session)
    signal.capture({
      distinctId: distinctId || session.user.id,
      event: 'left',
      sessionId,
      windowId,
    });
  else
    signal.capture({
      distinctId: distinctId || email,
      event: 'left',
      sessionId,
      windowId,
    });
  return Response.json({});
}

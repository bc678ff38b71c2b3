import { after } from 'next/server';
import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

async function track(
  userId: string,
  event: string,
  properties?: Record<string, unknown>,
  session?: SessionInfo,
) {
  await signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    properties,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

const trackOrder = (userId: string, orderId: string, session?: SessionInfo) =>
  track(userId, 'order placed', { orderId }, session);

async function trackPlan({
  userId,
  plan,
  session,
}: {
  userId: string;
  plan: string;
  session?: SessionInfo;
}) {
  await signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'plan',
    properties: { plan },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { user, items, orderIdentifier } = await request.json();
  if (user?.isActive && items.length > 0) await track(user.id, 'items ordered', { items }, session);
  if (user?.isActive)
    await trackPlan({ userId: user.id, plan: user.subscription.plan.name, session });
  user && track(user.id, 'order started by a user', { items, id: orderIdentifier }, session);
  user?.isActive &&
    items.length > 0 &&
    void track(user.id, 'order of a user who is active', undefined, session);
  (user?.isActive || items.length > 0) && track(user.id, 'order of somebody', { items }, session);
  user.isNew || items.length > 0 && track(
    user.id,
    'mixed operators',
    { items, orderIdentifier },
    session,
  );
  for (const item of items)
    await track(
      item.sellerId,
      'item ordered',
      { id: item.id },
      { ...session, distinctId: undefined },
    );
  for (const item of items)
    await track(item.sellerId, `item ordered by ${user.name}`, undefined, {
      ...session,
      distinctId: undefined,
    });
  const late = () => track(user.id, 'order placed some time ago', { orderIdentifier }, session);
  after(() => track(user.id, 'order placed after the response', { orderIdentifier }, session));
  await Promise.all(
    items.map((item: { id: string }) =>
      track(item.id, 'item was ordered', undefined, { ...session, distinctId: undefined }),
    ),
  );
  await trackOrder(user.id, orderIdentifier, session);
  return Response.json({ late });
}

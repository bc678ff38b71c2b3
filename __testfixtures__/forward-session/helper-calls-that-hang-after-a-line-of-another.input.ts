import { after } from 'next/server';
import { signal } from '@/lib/signal-server';

async function track(userId: string, event: string, properties?: Record<string, unknown>) {
  await signal.capture({ distinctId: userId, event, properties });
}

const trackOrder = (userId: string, orderId: string) => track(userId, 'order placed', { orderId });

async function trackPlan({ userId, plan }: { userId: string; plan: string }) {
  await signal.capture({ distinctId: userId, event: 'plan', properties: { plan } });
}

export async function POST(request: Request) {
  const { user, items, orderIdentifier } = await request.json();
  if (user?.isActive && items.length > 0) await track(user.id, 'items ordered', { items });
  if (user?.isActive) await trackPlan({ userId: user.id, plan: user.subscription.plan.name });
  user && track(user.id, 'order started by a user', { items, id: orderIdentifier });
  user?.isActive && items.length > 0 && void track(user.id, 'order of a user who is active');
  (user?.isActive || items.length > 0) && track(user.id, 'order of somebody', { items });
  user.isNew || items.length > 0 && track(user.id, 'mixed operators', { items, orderIdentifier });
  for (const item of items) await track(item.sellerId, 'item ordered', { id: item.id });
  for (const item of items) await track(item.sellerId, `item ordered by ${user.name}`);
  const late = () => track(user.id, 'order placed some time ago', { orderIdentifier });
  after(() => track(user.id, 'order placed after the response', { orderIdentifier }));
  await Promise.all(items.map((item: { id: string }) => track(item.id, 'item was ordered')));
  await trackOrder(user.id, orderIdentifier);
  return Response.json({ late });
}

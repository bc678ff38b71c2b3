import { after } from 'next/server';
import { waitUntil } from '@vercel/functions';
import { signal } from '@/lib/signal-server';

async function track(userId: string, event: string, other?: { id: string }) {
  await signal.capture({ distinctId: userId, event, properties: other });
}

export async function POST(request: Request) {
  const { user, items, order } = await request.json();
  waitUntil(track(user.id, 'order placed and paid', { id: order.id }));
  waitUntil(track(user.id, 'order placed'));
  waitUntil(signal.capture({ distinctId: user.id, event: 'order placed' }));
  after(track(user.id, 'an order that has been placed', { id: order.id }));
  await Promise.all([track(user.id, 'a'), track(user.id, 'b', { id: 'b' })]);
  await Promise.all([work(), track(user.id, 'order of a user who is new')]);
  waitUntil(Promise.all([work(), track(user.id, 'order of one of them')]));
  waitUntil(Promise.all(items.map((id: string) => track(id, 'ordered'))));
  await Promise.all(items.map((id: string) => track(id, 'item ordered')));
  await work(request, track(user.id, 'an order that was placed before'));
  const result = await work(track(user.id, 'an order placed with a result'));
  const tools = { done: () => track(user.id, 'an order is done'), items };
  const run = work({ done: () => track(user.id, 'an order is done'), items });
  work(async () => track(user.id, 'an order is done'), { id: order.id, run });
  await work({ id: await track(user.id, 'an order is done'), result, tools });
  await work(await track(user.id, 'an order that is done'), { id: order.id });
  if (order.isNew) return work(track(user.id, 'an order that is new', order));
  return Response.json({ id: await track(user.id, 'an order is done'), items });
}

import { Registry, store, trackContained, trackFor, trackStored } from '@/lib/clients';
import { signal } from '@/lib/signal-server';

const registry = new Registry();

export async function POST(request: Request) {
  const { tenant, userId } = await request.json();
  trackFor(tenant, userId, 'order_placed');
  store.run({ signal }, () => trackStored(userId, 'order_packed'));
  trackContained(userId);
  registry.track(userId);
  return Response.json({});
}

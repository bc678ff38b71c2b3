import { Registry, store, trackContained, trackFor, trackStored } from '@/lib/clients';
import { getSessionInfo, signal } from '@/lib/signal-server';

const registry = new Registry();

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { tenant, userId } = await request.json();
  trackFor(tenant, userId, 'order_placed', session);
  store.run({ signal }, () => trackStored(userId, 'order_packed', session));
  trackContained(userId, session);
  registry.track(userId, session);
  return Response.json({});
}

import { createAnalytics, createLater, withAnalytics } from '@/lib/analytics';
import { createDeps, store, transaction } from '@/lib/context';
import { getSessionInfo } from '@/lib/signal-server';

async function place() {
  store.getStore()?.events.track('in_store');
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { id, url } = await request.json();
  createAnalytics(id).track('seen', session);
  await withAnalytics(id, async (analytics) => {
    analytics.track('in_with', session);
  });
  await createLater(id).then((analytics) => analytics.track('then', session));
  const [all] = await Promise.all([createLater(id), fetch(url)]);
  all.track('all', session);
  await transaction(id, async (tx) =>
    tx.events.track('in_transaction', session),
  );
  await transaction(id, async ({ events }) => {
    events.track('taken', session);
  });
  const run = await store.run(await createDeps(id), place);
  return Response.json({ run });
}

import { createAnalytics, createLater, withAnalytics } from '@/lib/analytics';
import { createDeps, store, transaction } from '@/lib/context';

async function place() {
  store.getStore()?.events.track('in_store');
}

export async function POST(request: Request) {
  const { id, url } = await request.json();
  createAnalytics(id).track('seen');
  await withAnalytics(id, async (analytics) => {
    analytics.track('in_with');
  });
  await createLater(id).then((analytics) => analytics.track('then'));
  const [all] = await Promise.all([createLater(id), fetch(url)]);
  all.track('all');
  await transaction(id, async (tx) => tx.events.track('in_transaction'));
  await transaction(id, async ({ events }) => {
    events.track('taken');
  });
  const run = await store.run(await createDeps(id), place);
  return Response.json({ run });
}

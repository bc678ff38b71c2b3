import { after } from 'next/server';
import { waitUntil } from '@vercel/functions';
import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

async function track(
  userId: string,
  event: string,
  other?: { id: string },
  session?: SessionInfo,
) {
  await signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    properties: other,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { user, items, order } = await request.json();
  waitUntil(track(user.id, 'order placed and paid', { id: order.id }, session));
  waitUntil(track(user.id, 'order placed', undefined, session));
  waitUntil(
    signal.capture({
      distinctId: session.distinctId || user.id,
      event: 'order placed',
      sessionId: session.sessionId,
      windowId: session.windowId,
    }),
  );
  after(
    track(user.id, 'an order that has been placed', { id: order.id }, session),
  );
  await Promise.all([
    track(user.id, 'a', undefined, session),
    track(user.id, 'b', { id: 'b' }, session),
  ]);
  await Promise.all([
    work(),
    track(user.id, 'order of a user who is new', undefined, session),
  ]);
  waitUntil(
    Promise.all([
      work(),
      track(user.id, 'order of one of them', undefined, session),
    ]),
  );
  waitUntil(
    Promise.all(
      items.map((id: string) =>
        track(id, 'ordered', undefined, { ...session, distinctId: undefined }),
      ),
    ),
  );
  await Promise.all(
    items.map((id: string) =>
      track(id, 'item ordered', undefined, {
        ...session,
        distinctId: undefined,
      }),
    ),
  );
  await work(
    request,
    track(user.id, 'an order that was placed before', undefined, session),
  );
  const result = await work(
    track(user.id, 'an order placed with a result', undefined, session),
  );
  const tools = {
    done: () => track(user.id, 'an order is done', undefined, session),
    items,
  };
  const run = work({
    done: () => track(user.id, 'an order is done', undefined, session),
    items,
  });
  work(async () => track(user.id, 'an order is done', undefined, session), { id: order.id, run });
  await work({
    id: await track(user.id, 'an order is done', undefined, session),
    result,
    tools,
  });
  await work(await track(user.id, 'an order that is done', undefined, session), { id: order.id });
  if (order.isNew)
    return work(track(user.id, 'an order that is new', order, session));
  return Response.json({
    id: await track(user.id, 'an order is done', undefined, session),
    items,
  });
}

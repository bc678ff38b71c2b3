import { after } from 'next/server';
import { getSessionInfo, type SessionInfo, signal } from '@/lib/signal-server';
import { report, waitUntil } from '@/lib/work';

async function track(
  userId: string,
  event: string,
  total: number,
  session?: SessionInfo,
) {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event,
    properties: { total },
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { id, isPaid } = await request.json();
  await track(id, 'short', 1, session).catch(() => {});
  await track(id, 'order_placed_by_a_visitor_once_more', 1, session).catch(
    () => {},
  );
  void track(id, 'order_placed_by_a_visitor_once_more', 1, session).catch(
    console.error,
  );
  track(id, 'order_placed_by_a_visitor', 1, session).catch((error) =>
    report(error, id),
  );
  const one = await track(id, 'order_placed_by_visitor', 1, session).catch(
    () => null,
  );
  const two = await track(id, 'order_placed', 1, session).then(
    report,
    waitUntil,
  );
  if (isPaid)
    await track(id, 'order_placed_by_a_visitor', 1, session).catch(() => {});
  after(() =>
    track(id, 'order_placed_by_a_visitor_of', 1, session).catch(() => {}),
  );
  waitUntil(
    track(id, 'order_placed_by_a_visitor_of_it', 1, session).catch(() => {}),
  );
  const three =
    isPaid && (await track(id, 'order_placed_by_a_visitor', 12, session));
  let x = id;
  x =
    isPaid &&
    (await track(id, 'order_placed_by_a_visitor_of_the_shop', 12, session));
  return Response.json({ one, two, three, x });
}

import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const user = (await request.json()) as any;
  // @ts-expect-error the type of the user lacks the id
  signal.capture({ distinctId: distinctId || user.id, event: 'order_placed_by_a_customer', properties: { name: user.name }, sessionId, windowId });
  signal.capture({
    // @ts-ignore the id is a number
    distinctId: distinctId || user.account.members.find((member) => member.isOwner).identifier,
    event: 'order_counted',
    sessionId,
    windowId,
  });
  /* biome-ignore lint/suspicious/noExplicitAny: a payload of any shape */
  signal.capture({ ...payloadOfTheOrder(user as any, 'order_placed_by_a_returning_customer', Date.now()), sessionId, windowId });
  signal.capture({ distinctId: distinctId || user.id, event: 'order_placed', properties: user as any, sessionId, windowId }); // eslint-disable-line
  // A comment that speaks of the code is none of these.
  signal.capture({
    distinctId: distinctId || user.id,
    event: 'order_sent',
    properties: { name: user.name },
    sessionId,
    windowId,
  });
  return Response.json({});
}

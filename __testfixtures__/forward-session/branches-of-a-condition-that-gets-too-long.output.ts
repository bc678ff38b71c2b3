import { NextResponse } from 'next/server';
import { signal, getSessionInfo, type SessionInfo } from '@/lib/signal-server';

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
  const one = isPaid
    ? 'none'
    : await track(id, 'order_placed_by_visitor', 1, session);
  const both = isPaid
    ? await track(id, 'paid', 1, session)
    : await track(id, 'b', 2, session);
  const near = isPaid
    ? track(id, 'paidaa', 1, session)
    : track(id, 'bbbbbb', 2, session);
  const long = isPaid
    ? 'none'
    : await track(id, 'order_placed_by_a_visitor', 1, session);
  const wide = isPaid
    ? 'no'
    : track(id, 'order_placed_by_a_visitor_of_the', 1, session);
  let asked =
    id === 'x'
      ? await track(id, 'paid', 1, session)
      : await track(id, 'b', 2, session);
  asked = isPaid
    ? await track(id, 'order_paid', 1, session)
    : await track(id, 'b', 234, session);
  isPaid
    ? await track(id, 'order_paid', 1, session)
    : await track(id, 'others', 1234, session);
  if (one)
    return isPaid
      ? await track(id, 'a', 1, session)
      : await track(id, 'bb', 2, session);
  const short = isPaid ? track(id, 'a', 1, session) : 2;
  return NextResponse.json({ one, both, near, long, wide, asked, short });
}

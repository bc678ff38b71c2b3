import { db } from '@/lib/db';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const input = await request.json();
  const user = await db.$transaction(async (tx) => {
    const created = await tx.user.create({ data: input });
    signal.capture({
      distinctId: distinctId || created.id,
      event: 'user_created',
      sessionId,
      windowId,
    });
    return created;
  });
  return Response.json(user);
}

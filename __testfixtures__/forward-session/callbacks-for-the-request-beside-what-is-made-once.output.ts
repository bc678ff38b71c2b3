import { retry } from '@/lib/retry';
import { db } from '@/lib/db';
import { signal, getSessionInfo } from '@/lib/signal-server';

let settings: Settings | undefined;

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId, lines } = await request.json();
  if (!settings) {
    settings = await loadSettings();
  }
  await retry(() =>
    signal.capture({
      distinctId: distinctId || userId,
      event: 'ordered',
      sessionId,
      windowId,
    }),
  );
  await db.transaction(async (tx) => {
    await tx.insert(lines);
    signal.capture({
      distinctId: distinctId || userId,
      event: 'saved',
      sessionId,
      windowId,
    });
  });
  return Response.json(settings);
}

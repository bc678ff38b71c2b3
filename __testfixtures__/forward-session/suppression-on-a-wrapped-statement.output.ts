import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  // signal-next-ignore-next-line: belongs to the nightly job
  const sent = await Promise.resolve(
    signal.capture({
      distinctId: distinctId || 'job',
      event: 'batch_done',
      sessionId,
      windowId,
    }),
  );
  return Response.json({ sent });
}

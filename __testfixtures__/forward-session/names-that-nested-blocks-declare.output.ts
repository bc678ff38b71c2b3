import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const {
    sessionId: signalSessionId,
    windowId: signalWindowId,
    distinctId: signalDistinctId,
  } = getSessionInfo(request);
  const { userId, lines } = await request.json();
  if (lines.length > 0) {
    const session = await openCheckout(lines);
    const windowId = session.window;
    signal.capture({
      distinctId: signalDistinctId || userId,
      event: 'checkout_opened',
      properties: { windowId },
      sessionId: signalSessionId,
      windowId: signalWindowId,
    });
  }
  for (const { sessionId } of lines) {
    signal.capture({
      distinctId: signalDistinctId || userId,
      event: 'line_added',
      properties: { sessionId },
      sessionId: signalSessionId,
      windowId: signalWindowId,
    });
  }
  try {
    await openCheckout(lines);
  } catch (distinctId) {
    signal.capture({
      distinctId: signalDistinctId || userId,
      event: 'checkout_failed',
      properties: { cause: distinctId },
      sessionId: signalSessionId,
      windowId: signalWindowId,
    });
  }
  return Response.json({});
}

declare function openCheckout(lines: unknown[]): Promise<{ window: string }>;

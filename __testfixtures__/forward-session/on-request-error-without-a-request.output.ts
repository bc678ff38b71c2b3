import { signal, getSessionInfo } from '@/lib/signal-server';

export async function onRequestError(
  error: Error,
  request: { headers: Record<string, string | string[] | undefined> },
) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({
    distinctId: distinctId || 'server',
    event: 'request_failed',
    properties: { error: error.message },
    sessionId,
    windowId,
  });
}

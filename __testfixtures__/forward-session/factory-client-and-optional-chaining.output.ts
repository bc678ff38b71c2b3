import { getSignalClient } from '@/lib/analytics';
import { signal as browser } from '@/lib/browser';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const signal = getSignalClient();
  signal?.capture({
    distinctId: distinctId || 'u',
    event: 'a',
    sessionId,
    windowId,
  });
  getSignalClient()?.capture({
    distinctId: distinctId || 'u',
    event: 'b',
    sessionId,
    windowId,
  });
  browser.capture({ distinctId: 'u', event: 'c' });
  return Response.json({});
}

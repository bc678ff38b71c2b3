import { Analytics, analytics } from '@/lib/tracker';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  analytics.client.capture({
    distinctId: distinctId || 'u1',
    event: 'order_opened',
    sessionId,
    windowId,
  });
  Analytics.getInstance().client.capture({
    distinctId: distinctId || 'u1',
    event: 'order_paid',
    sessionId,
    windowId,
  });
  analytics.capture({ distinctId: 'u1', event: 'somebody_elses_method' });
  return Response.json({});
}

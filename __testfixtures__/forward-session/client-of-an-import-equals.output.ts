import { getSessionInfo } from '@/lib/signal-server';

import tracking = require('@/lib/signal-server');

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  tracking.signal.capture({
    distinctId: distinctId || 'u1',
    event: 'order_opened',
    sessionId,
    windowId,
  });
  return Response.json({});
}

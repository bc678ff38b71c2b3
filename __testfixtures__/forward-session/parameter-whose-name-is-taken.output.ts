import { signal, getSessionInfo } from '@/lib/signal-server';

const request = { retries: 3 };

export async function POST(signalRequest: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(signalRequest);
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'ordered',
    properties: { retries: request.retries },
    sessionId,
    windowId,
  });
  return Response.json({});
}

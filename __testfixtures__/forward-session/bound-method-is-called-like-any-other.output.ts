import { signal, getSessionInfo } from '@/lib/signal-server';

const capture = signal.capture.bind(signal);

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  capture({
    distinctId: distinctId || 'u1',
    event: 'order_opened',
    sessionId,
    windowId,
  });
  signal['capture']({
    distinctId: distinctId || 'u1',
    event: 'order_paid',
    sessionId,
    windowId,
  });
  return Response.json({});
}

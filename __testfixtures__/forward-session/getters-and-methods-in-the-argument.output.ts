import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({
    get distinctId() {
      return 'u1';
    },
    event: 'getter',
    sessionId,
    windowId,
  });
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'computed',
    ['properties']: {},
    sessionId,
    windowId,
  });
  signal.capture({
    'distinctId': distinctId || 'u1',
    'event': 'quoted',
    sessionId,
    windowId,
  });
  return Response.json({});
}

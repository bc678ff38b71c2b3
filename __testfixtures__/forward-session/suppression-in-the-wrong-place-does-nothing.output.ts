import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  // signal-next-ignore-next-line: a blank line follows

  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'a',
    sessionId,
    windowId,
  });
  signal.capture({
    distinctId: distinctId || 'u1',
    event: 'b',
    sessionId,
    windowId,
  }); // signal-next-ignore-next-line: on the same line
  return Response.json({});
}

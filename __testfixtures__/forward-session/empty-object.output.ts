import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  // @ts-expect-error fields are filled in later
  signal.capture({ sessionId, windowId });
  signal.capture({
    // nothing yet
    sessionId,
    windowId,
  });
  signal.groupIdentify({}, sessionId, windowId);
  return Response.json({});
}

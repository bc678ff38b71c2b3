import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const {
    sessionId: signalSessionId,
    windowId,
    distinctId,
  } = getSessionInfo(request);
  const { chatId, userId, sessionId } = await request.json();
  signal.capture({
    distinctId: distinctId || userId,
    event: 'message_sent',
    properties: { chatId, sessionId, $session_id: sessionId },
    sessionId: signalSessionId,
    windowId,
  });
  return Response.json({});
}

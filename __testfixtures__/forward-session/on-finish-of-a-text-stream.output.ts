import { streamText } from 'ai';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(req: Request) {
  const { sessionId: signalSessionId, windowId, distinctId } = getSessionInfo(req);
  const { messages, sessionId } = await req.json();
  const result = streamText({
    messages,
    onFinish: async ({ usage }) => {
      signal.capture({
        distinctId: distinctId || sessionId,
        event: 'chat_finished',
        properties: { usage },
        sessionId: signalSessionId,
        windowId,
      });
    },
    onError({ error }) {
      signal.capture({
        distinctId: distinctId || sessionId,
        event: 'chat_failed',
        properties: { error },
        sessionId: signalSessionId,
        windowId,
      });
    },
  });
  return result.toDataStreamResponse();
}

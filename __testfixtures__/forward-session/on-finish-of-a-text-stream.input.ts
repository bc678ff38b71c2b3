// @file app/api/chat/route.ts
import { streamText } from 'ai';
import { signal } from '@/lib/signal-server';

export async function POST(req: Request) {
  const { messages, sessionId } = await req.json();
  const result = streamText({
    messages,
    onFinish: async ({ usage }) => {
      signal.capture({ distinctId: sessionId, event: 'chat_finished', properties: { usage } });
    },
    onError({ error }) {
      signal.capture({ distinctId: sessionId, event: 'chat_failed', properties: { error } });
    },
  });
  return result.toDataStreamResponse();
}

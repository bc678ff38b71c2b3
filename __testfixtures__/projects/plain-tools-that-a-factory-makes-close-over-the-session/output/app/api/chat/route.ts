import { streamText } from 'ai';
import { toolsFor } from '@/lib/tools';
import { track } from '@/lib/track';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId, messages } = await request.json();
  track(userId, 'asked', session);
  const result = streamText({
    model: 'x',
    messages,
    tools: toolsFor(['search', 'open'], userId, session),
  });
  return result.toTextStreamResponse();
}

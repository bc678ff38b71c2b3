import { streamText } from 'ai';
import { toolsFor } from '@/lib/tools';
import { track } from '@/lib/track';

export async function POST(request: Request) {
  const { userId, messages } = await request.json();
  track(userId, 'asked');
  const result = streamText({ model: 'x', messages, tools: toolsFor(['search', 'open'], userId) });
  return result.toTextStreamResponse();
}

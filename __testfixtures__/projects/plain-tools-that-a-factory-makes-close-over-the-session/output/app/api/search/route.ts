import { generateText } from 'ai';
import { allTools } from '@/lib/tools';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId, prompt } = await request.json();
  const tools = allTools(userId, session);
  const { text } = await generateText({ model: 'x', prompt, tools });
  return Response.json({ text });
}

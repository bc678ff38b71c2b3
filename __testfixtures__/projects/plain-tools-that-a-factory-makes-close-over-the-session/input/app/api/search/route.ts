import { generateText } from 'ai';
import { allTools } from '@/lib/tools';

export async function POST(request: Request) {
  const { userId, prompt } = await request.json();
  const tools = allTools(userId);
  const { text } = await generateText({ model: 'x', prompt, tools });
  return Response.json({ text });
}

// @file app/api/chats/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId, chat } = await request.json();
  const payload: any = { distinctId: userId, event: 'asked' };
  payload.sessionId = chat.sessionId;
  signal.capture(payload);
  return Response.json({});
}

// @file app/api/chat/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { chatId, userId, sessionId } = await request.json();
  signal.capture({
    distinctId: userId,
    event: 'message_sent',
    properties: { chatId, sessionId, $session_id: sessionId },
  });
  return Response.json({});
}

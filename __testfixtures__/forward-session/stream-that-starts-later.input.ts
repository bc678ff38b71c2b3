// @file app/api/chat/route.ts
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { userId } = await request.json();
  const stream = new ReadableStream({
    async start(controller) {
      controller.enqueue('hello');
      signal.capture({ distinctId: userId, event: 'stream_started' });
    },
    cancel() {
      signal.capture({ distinctId: userId, event: 'stream_cancelled' });
    },
  });
  return new Response(stream);
}

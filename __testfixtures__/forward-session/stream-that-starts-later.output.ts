import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId } = await request.json();
  const stream = new ReadableStream({
    async start(controller) {
      controller.enqueue('hello');
      signal.capture({
        distinctId: distinctId || userId,
        event: 'stream_started',
        sessionId,
        windowId,
      });
    },
    cancel() {
      signal.capture({
        distinctId: distinctId || userId,
        event: 'stream_cancelled',
        sessionId,
        windowId,
      });
    },
  });
  return new Response(stream);
}

import { createClient } from 'redis';
import { signal, getSessionInfo } from '@/lib/signal-server';

let isTold = false;

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId } = await request.json();
  const stream = createStream();
  stream.on('end', () =>
    signal.capture({ distinctId: distinctId || userId, event: 'ended', sessionId, windowId }),
  );
  request.signal.addEventListener('abort', () => {
    signal.capture({ distinctId: distinctId || userId, event: 'aborted', sessionId, windowId });
  });
  const timer = setInterval(() => {
    signal.capture({ distinctId: distinctId || userId, event: 'waiting', sessionId, windowId });
  }, 1000);
  await stream.finished;
  clearInterval(timer);
  if (!isTold)
    signal.capture({ distinctId: distinctId || userId, event: 'first order', sessionId, windowId });
  return Response.json({});
}

export async function PUT(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId } = await request.json();
  const client = await createClient().connect();
  await client.subscribe('orders', () =>
    signal.capture({ distinctId: distinctId || userId, event: 'returned', sessionId, windowId }),
  );
  return Response.json({});
}

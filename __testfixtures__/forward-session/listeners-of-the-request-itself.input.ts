// @file app/api/order/route.ts
import { createClient } from 'redis';
import { signal } from '@/lib/signal-server';

let isTold = false;

export async function POST(request: Request) {
  const { userId } = await request.json();
  const stream = createStream();
  stream.on('end', () => signal.capture({ distinctId: userId, event: 'ended' }));
  request.signal.addEventListener('abort', () => {
    signal.capture({ distinctId: userId, event: 'aborted' });
  });
  const timer = setInterval(() => {
    signal.capture({ distinctId: userId, event: 'waiting' });
  }, 1000);
  await stream.finished;
  clearInterval(timer);
  if (!isTold) signal.capture({ distinctId: userId, event: 'first order' });
  return Response.json({});
}

export async function PUT(request: Request) {
  const { userId } = await request.json();
  const client = await createClient().connect();
  await client.subscribe('orders', () => signal.capture({ distinctId: userId, event: 'returned' }));
  return Response.json({});
}

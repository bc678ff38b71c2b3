import { createSignalServer } from 'signal-next/server';
import { getSessionInfo } from '@/lib/signal-server';

const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY! });

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const order = await request.json();
  signal.capture({
    distinctId: distinctId || order.userId,
    event: 'order_created',
    sessionId,
    windowId,
  });
  await signal.flush();
  return Response.json({ ok: true });
}

import { createSignalServer as create } from 'signal-next/server';
import { getSessionInfo } from '@/lib/signal-server';

const slots = globalThis as unknown as { signal?: ReturnType<typeof create> };
slots.signal ??= create({ apiKey: process.env.SIGNAL_API_KEY! });

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  slots.signal.capture({
    distinctId: distinctId || 'u1',
    event: 'order_created',
    sessionId,
    windowId,
  });
  return Response.json({});
}

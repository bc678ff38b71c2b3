import { createSignalServer } from '@signal-js/nextjs/server';
import { getSessionInfo } from '@/lib/signal-server';

const client = process.env.SIGNAL_API_KEY
  ? createSignalServer({ apiKey: process.env.SIGNAL_API_KEY })
  : null;

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  client?.capture({
    distinctId: distinctId || 'u1',
    event: 'order_created',
    sessionId,
    windowId,
  });
  await client?.flush();
  return Response.json({});
}

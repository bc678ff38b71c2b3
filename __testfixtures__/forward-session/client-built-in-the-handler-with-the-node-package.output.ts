import * as SignalNode from '@signal-js/node';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const client = SignalNode.createSignalNode({ apiKey: process.env.SIGNAL_API_KEY! });
  client.capture({ distinctId: distinctId || 'u1', event: 'order_created', sessionId, windowId });
  await client.shutdown();
  return Response.json({ ok: true });
}

// @file app/api/orders/route.ts
import * as SignalNode from '@signal-js/node';

export async function POST(request: Request) {
  const client = SignalNode.createSignalNode({ apiKey: process.env.SIGNAL_API_KEY! });
  client.capture({ distinctId: 'u1', event: 'order_created' });
  await client.shutdown();
  return Response.json({ ok: true });
}

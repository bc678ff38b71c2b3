// @file app/api/orders/route.ts
import { createSignalServer } from 'signal-next/server';

const signal = createSignalServer({ apiKey: process.env.SIGNAL_API_KEY! });

export async function POST(request: Request) {
  const order = await request.json();
  signal.capture({ distinctId: order.userId, event: 'order_created' });
  await signal.flush();
  return Response.json({ ok: true });
}

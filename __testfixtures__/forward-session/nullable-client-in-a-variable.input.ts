// @file app/api/orders/route.ts
import { createSignalServer } from '@signal-js/nextjs/server';

const client = process.env.SIGNAL_API_KEY
  ? createSignalServer({ apiKey: process.env.SIGNAL_API_KEY })
  : null;

export async function POST(request: Request) {
  client?.capture({ distinctId: 'u1', event: 'order_created' });
  await client?.flush();
  return Response.json({});
}

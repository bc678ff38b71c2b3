// @file app/api/orders/route.ts
import { createSignalServer as create } from 'signal-next/server';

const slots = globalThis as unknown as { signal?: ReturnType<typeof create> };
slots.signal ??= create({ apiKey: process.env.SIGNAL_API_KEY! });

export async function POST(request: Request) {
  slots.signal.capture({ distinctId: 'u1', event: 'order_created' });
  return Response.json({});
}

// @file app/api/order/route.ts
import { EventEmitter } from 'node:events';
import { createClient } from 'redis';
import { bus } from '@/lib/bus';
import { signal } from '@/lib/signal-server';

const local = new EventEmitter();
let isListening = false;
let channel: Channel | undefined;

export async function POST(request: Request) {
  const { userId } = await request.json();
  bus.on('paid', () => signal.capture({ distinctId: userId, event: 'paid' }));
  local.once('sent', () => signal.capture({ distinctId: userId, event: 'sent' }));
  process.on('exit', () => signal.capture({ distinctId: 'server', event: 'exit' }));
  setInterval(() => signal.capture({ distinctId: 'server', event: 'alive' }), 60_000);
  return Response.json({});
}

export async function PUT() {
  channel ??= await connect();
  const onMessage = async (message: { userId: string }) => {
    await packed(message);
  };
  async function packed({ userId }: { userId: string }) {
    signal.capture({ distinctId: userId, event: 'packed' });
  }
  await channel.consume('orders', (message) => void onMessage(message));
  await consumer.run({
    eachMessage: async ({ userId }) => signal.capture({ distinctId: userId, event: 'shipped' }),
  });
  return Response.json({});
}

export async function PATCH() {
  if (isListening) return Response.json({});
  isListening = true;
  const client = await createClient().connect();
  client.subscribe('orders', (userId) => signal.capture({ distinctId: userId, event: 'returned' }));
  return Response.json({});
}

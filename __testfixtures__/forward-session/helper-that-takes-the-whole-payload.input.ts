// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

interface Payload {
  distinctId: string;
  event: string;
}

function send(payload: Payload) {
  signal.capture(payload);
}

function sendWith({ event, ...rest }: Payload) {
  signal.capture({ event, ...rest });
}

export async function POST(request: Request) {
  send({ distinctId: 'u1', event: 'order_created' });
  sendWith({ distinctId: 'u1', event: 'order_created' });
  return Response.json({});
}

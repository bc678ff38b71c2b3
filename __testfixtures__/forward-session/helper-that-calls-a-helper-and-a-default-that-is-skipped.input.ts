// @file app/api/orders/route.ts
import { signal } from '@/lib/signal-server';

const send = (event: string, distinctId = 'anon') => signal.capture({ event, distinctId });

async function notify(event: string) {
  if (event === 'again') await notify('once');
  send(event);
}

export async function POST(request: Request) {
  await notify('created');
  return Response.json({});
}

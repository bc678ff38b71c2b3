// @file app/api/livekit/route.ts
import { WebhookReceiver } from 'livekit-server-sdk';
import { signal } from '@/lib/signal-server';

const receiver = new WebhookReceiver(process.env.LIVEKIT_KEY!, process.env.LIVEKIT_SECRET!);

export async function POST(req: Request) {
  const event = await receiver.receive(await req.text(), req.headers.get('Authorization')!);
  signal.capture({ distinctId: event.participant.identity, event: 'call_ended' });
  return new Response('ok');
}

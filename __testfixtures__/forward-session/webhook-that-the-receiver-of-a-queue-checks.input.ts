// @file app/api/deliver/route.ts
import { Receiver } from '@upstash/qstash';
import { signal } from '@/lib/signal-server';

export async function POST(req: Request) {
  const body = await req.text();
  const receiver = new Receiver({ currentSigningKey: process.env.KEY!, nextSigningKey: process.env.NEXT_KEY! });
  if (!(await isGenuine(receiver, body))) return new Response(null, { status: 401 });
  signal.capture({ distinctId: JSON.parse(body).userId, event: 'mail_delivered' });
  return new Response('ok');
}

declare function isGenuine(receiver: Receiver, body: string): Promise<boolean>;

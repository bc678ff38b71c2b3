// @file app/api/clerk/route.ts
import { headers } from 'next/headers';
import { Webhook } from 'svix';
import { signal } from '@/lib/signal-server';

const webhook = new Webhook(process.env.CLERK_WEBHOOK_SECRET!);

export async function POST(req: Request) {
  const requestHeaders = await headers();
  const event = webhook.verify(await req.text(), {
    'svix-id': requestHeaders.get('svix-id')!,
    'svix-timestamp': requestHeaders.get('svix-timestamp')!,
    'svix-signature': requestHeaders.get('svix-signature')!,
  });
  signal.identify({ distinctId: event.data.id });
  return new Response('ok');
}

// @file app/api/settings/route.ts
import { Client } from '@upstash/qstash';
import { Receiver } from 'radio';
import { WebhookSettings, MyWebhook } from '@/lib/settings';
import { signal } from '@/lib/signal-server';

export async function POST(req: Request) {
  const settings = new WebhookSettings(await req.json());
  const made = [new MyWebhook(settings), new Receiver(settings), new Client(settings)];
  signal.capture({ distinctId: settings.userId, event: 'settings_saved' });
  return Response.json(made);
}

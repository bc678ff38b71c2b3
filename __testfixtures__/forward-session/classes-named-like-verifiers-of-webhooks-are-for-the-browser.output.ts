import { Client } from '@upstash/qstash';
import { Receiver } from 'radio';
import { WebhookSettings, MyWebhook } from '@/lib/settings';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(req: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  const settings = new WebhookSettings(await req.json());
  const made = [new MyWebhook(settings), new Receiver(settings), new Client(settings)];
  signal.capture({
    distinctId: distinctId || settings.userId,
    event: 'settings_saved',
    sessionId,
    windowId,
  });
  return Response.json(made);
}

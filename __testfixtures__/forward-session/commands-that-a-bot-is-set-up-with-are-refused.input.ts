// @file app/api/bot/route.ts
import { createBot } from 'some-bot';
import { signal } from '@/lib/signal-server';

const bot = createBot((app) => {
  app.command('start', async (context) => {
    signal.capture({ distinctId: context.from.id, event: 'started' });
  });
});

export { bot as POST };

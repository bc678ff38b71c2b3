import { serve } from '@upstash/workflow/nextjs';
import { signal } from '@/lib/signal-server';

export const { POST } = serve<{ userId: string }>(async (context) => {
  await context.run('a', async () => {
    signal.capture({ distinctId: context.requestPayload.userId, event: 'step' });
  });
});

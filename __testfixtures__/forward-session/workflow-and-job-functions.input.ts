// @file app/api/workflow/route.ts
import { serve } from '@upstash/workflow/nextjs';
import { inngest } from '@/lib/inngest';
import { signal } from '@/lib/signal-server';

export const { POST } = serve(async (context: { requestPayload: { userId: string } }) => {
  signal.capture({ distinctId: context.requestPayload.userId, event: 'workflow_started' });
});

export const welcome = inngest.createFunction(
  { id: 'welcome' },
  { event: 'user/created' },
  async ({ event }: { event: { userId: string } }) => {
    signal.capture({ distinctId: event.userId, event: 'welcome_sent' });
  },
);

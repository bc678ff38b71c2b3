// @file app/api/workflow/route.ts
import { serve } from '@upstash/workflow/nextjs';
import { signal } from '@/lib/signal-server';

export const { POST } = serve(async (context) => {
  signal.capture({ distinctId: context.requestPayload.userId, event: 'workflow_started' });
});

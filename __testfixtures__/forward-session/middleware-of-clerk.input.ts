// @file middleware.ts
import { clerkMiddleware } from '@clerk/nextjs/server';
import { signal } from '@/lib/signal-server';

export default clerkMiddleware(async (auth) => {
  const { userId } = await auth();
  signal.capture({ distinctId: userId, event: 'visited' });
});

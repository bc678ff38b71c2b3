// @file src/middleware.ts
import { clerkMiddleware } from '@clerk/nextjs/server';
import { signal } from '@/lib/signal-server';

export default clerkMiddleware(async (auth, req) => {
  const { userId } = await auth();
  signal.capture({ distinctId: userId, event: req.nextUrl.pathname });
});

import { clerkMiddleware } from '@clerk/nextjs/server';
import { signalProxy } from 'signal-next/proxy';

export default signalProxy(
  clerkMiddleware(async (auth, request) => {
    if (isProtected(request)) {
      await auth.protect();
    }

    return undefined;
  }),
);

export const config = {
  matcher: ['/((?!.*\\..*|_next).*)', '/', '/(api|trpc)(.*)'],
};

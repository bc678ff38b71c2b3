import { clerkMiddleware } from '@clerk/nextjs/server';
import { signalProxy } from 'signal-next/proxy';

export default signalProxy(clerkMiddleware());

export const config = {
  matcher: ['/((?!.*\\..*|_next).*)', '/', '/(api|trpc)(.*)'],
};

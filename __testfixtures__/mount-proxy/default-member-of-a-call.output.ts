import NextAuth from 'next-auth';
import { signalProxy } from 'signal-next/proxy';
import { authConfig } from './auth.config';

export default signalProxy(NextAuth(authConfig).auth);

export const config = {
  // https://nextjs.org/docs/app/building-your-application/routing/middleware#matcher
  matcher: ['/((?!api|_next/static|_next/image|.*\\.png$).*)'],
};

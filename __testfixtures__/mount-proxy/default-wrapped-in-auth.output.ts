import { signalProxy } from 'signal-next/proxy';
import { auth } from '@/auth';

export default signalProxy(auth((req) => {
  if (!req.auth && req.nextUrl.pathname !== '/login') {
    return Response.redirect(new URL('/login', req.nextUrl.origin));
  }
}));

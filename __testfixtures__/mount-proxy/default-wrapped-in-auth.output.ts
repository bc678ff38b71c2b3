import { auth } from '@/auth';
import { signalProxy } from 'signal-next/proxy';

export default signalProxy(auth((req) => {
  if (!req.auth && req.nextUrl.pathname !== '/login') {
    return Response.redirect(new URL('/login', req.nextUrl.origin));
  }
}));

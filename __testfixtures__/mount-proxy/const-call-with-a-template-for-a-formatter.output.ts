import { auth } from '@/auth';
import { signalProxy } from 'signal-next/proxy';

export const middleware = signalProxy(auth((req) => {
  console.log(`visited
  ${req.nextUrl.pathname}`);
}));

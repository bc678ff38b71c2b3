import { signalProxy } from 'signal-next/proxy';
import { auth } from '@/auth';

export const middleware = signalProxy(auth((req) => {
  console.log(`visited
  ${req.nextUrl.pathname}`);
}));

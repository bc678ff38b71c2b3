// @file proxy.ts
import { auth } from '@/auth';
import { signal } from '@/lib/signal-server';

export default auth((req) => {
  if (!req.auth) signal.capture({ distinctId: 'u1', event: 'turned_away' });
});

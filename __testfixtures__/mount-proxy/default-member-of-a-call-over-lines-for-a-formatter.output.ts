import NextAuth from 'next-auth';
import { providers } from '@/auth-providers';
import { signalProxy } from 'signal-next/proxy';

export default signalProxy(
  NextAuth({
    providers,
  }).auth,
);

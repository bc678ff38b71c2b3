import NextAuth from 'next-auth';
import { signalProxy } from 'signal-next/proxy';
import { providers } from '@/auth-providers';

export default signalProxy(
  NextAuth({
    providers,
  }).auth,
);

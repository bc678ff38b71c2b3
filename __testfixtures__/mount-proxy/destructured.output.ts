import NextAuth from 'next-auth';
import authConfig from './auth.config';
import { signalProxy } from 'signal-next/proxy';

const { auth: middleware } = NextAuth(authConfig);

const middlewareWithSignal = signalProxy(middleware);
export { middlewareWithSignal as middleware };

import NextAuth from 'next-auth';
import { signalProxy } from 'signal-next/proxy';
import authConfig from './auth.config';

const { auth: middleware } = NextAuth(authConfig);

const middlewareWithSignal = signalProxy(middleware);
export { middlewareWithSignal as middleware };

import createMiddleware from 'next-intl/middleware';
import { signalProxy } from 'signal-next/proxy';
import { routing } from './i18n/routing';

const handle = createMiddleware(routing);

async function middleware(request) {
  return handle(request);
}

export default signalProxy(middleware);

export const config = { matcher: ['/', '/(de|en)/:path*'] };

import createMiddleware from 'next-intl/middleware';
import { routing } from './i18n/routing';
import { signalProxy } from 'signal-next/proxy';

const handle = createMiddleware(routing);

async function middleware(request) {
  return handle(request);
}

export default signalProxy(middleware);

export const config = { matcher: ['/', '/(de|en)/:path*'] };

// @file middleware.js
import createMiddleware from 'next-intl/middleware';
import { routing } from './i18n/routing';

const handle = createMiddleware(routing);

export default async function middleware(request) {
  return handle(request);
}

export const config = { matcher: ['/', '/(de|en)/:path*'] };

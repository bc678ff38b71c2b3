import { NextResponse } from 'next/server';
import createMiddleware from 'next-intl/middleware';
import { clerkMiddleware } from '@clerk/nextjs/server';
import { signalProxy } from 'signal-next/proxy';

import { routing } from '@/i18n/routing';

import { PROTECTED } from './lib/constants';
import type { NextRequest } from 'next/server';

function middleware(request: NextRequest) {
  return PROTECTED.test(request.url) ? createMiddleware(routing)(request) : NextResponse.next();
}

const middlewareWithSignal = signalProxy(middleware);
export { middlewareWithSignal as middleware };

// @file middleware.ts
import { NextResponse } from 'next/server';
import createMiddleware from 'next-intl/middleware';
import { clerkMiddleware } from '@clerk/nextjs/server';

import { routing } from '@/i18n/routing';

import { PROTECTED } from './lib/constants';
import type { NextRequest } from 'next/server';

export function middleware(request: NextRequest) {
  return PROTECTED.test(request.url) ? createMiddleware(routing)(request) : NextResponse.next();
}

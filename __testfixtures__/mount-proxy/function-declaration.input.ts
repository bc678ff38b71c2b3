// @file middleware.ts
import { type NextRequest, NextResponse } from 'next/server';

/** Sends visitors without a login to the login page. */
export function middleware(request: NextRequest) {
  if (!request.cookies.has('login')) {
    return NextResponse.redirect(new URL('/login', request.url));
  }
  return NextResponse.next();
}

export const config = { matcher: ['/app/:path*'] };

import { type NextRequest, NextResponse } from 'next/server';
import { signalProxy } from 'signal-next/proxy';

/** Sends visitors without a login to the login page. */
function middleware(request: NextRequest) {
  if (!request.cookies.has('login')) {
    return NextResponse.redirect(new URL('/login', request.url));
  }
  return NextResponse.next();
}

const middlewareWithSignal = signalProxy(middleware);
export { middlewareWithSignal as middleware };

export const config = { matcher: ['/app/:path*'] };

import { type NextMiddleware, NextResponse } from 'next/server';
import { signalProxy } from 'signal-next/proxy';

export const middleware: NextMiddleware = signalProxy(async (request) => {
  return NextResponse.rewrite(new URL('/de', request.url));
});

export const config = { matcher: '/' };

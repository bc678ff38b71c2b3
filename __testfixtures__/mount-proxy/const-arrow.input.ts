// @file middleware.ts
import { type NextMiddleware, NextResponse } from 'next/server';

export const middleware: NextMiddleware = async (request) => {
  return NextResponse.rewrite(new URL('/de', request.url));
};

export const config = { matcher: '/' };

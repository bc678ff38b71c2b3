// @file middleware.ts
import { NextResponse, type NextRequest } from 'next/server';
import { signal } from '@/lib/signal-server';

export function middleware() {
  signal.capture({ distinctId: 'u1', event: 'visited' });
  return NextResponse.next();
}

export const config = { matcher: ['/'] };

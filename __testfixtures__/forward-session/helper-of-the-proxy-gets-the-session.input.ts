// @file proxy.ts
import { NextResponse, type NextRequest } from 'next/server';
import { signal } from '@/lib/signal-server';

export const proxy = async (request: NextRequest) => {
  visited(request.nextUrl.pathname);
  return NextResponse.next();
};

function visited(path: string) {
  signal.capture({ distinctId: 'u1', event: 'visited', properties: { path } });
}

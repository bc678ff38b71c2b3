// @file app/api/stripe/portal-return/route.ts
import { NextResponse } from 'next/server';
import { auth } from '@/auth';
import { signal } from '@/lib/signal-server';

export async function GET(request: Request) {
  const session = await auth();
  signal.capture({ distinctId: session.user.id, event: 'portal_left' });
  return NextResponse.redirect(new URL('/billing', request.url));
}

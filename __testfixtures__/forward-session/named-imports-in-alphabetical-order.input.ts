// @file app/api/orders/route.ts
import { type NextRequest, NextResponse } from 'next/server';
import { auth, currentUser } from '@/lib/auth';
import { flush, signal } from '@/lib/signal-server';

function track(event: string) {
  signal.capture({ distinctId: 'u1', event });
}

export async function POST(request: NextRequest) {
  await auth(await currentUser());
  track('order_created');
  await flush();
  return NextResponse.json({});
}

import { NextResponse } from 'next/server';
import { caller } from '@/lib/auth';
import { getSessionInfo } from '@/lib/signal-server';
import { track } from '@/utils/analytics';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await caller(request);
  await track(userId, 'order_placed', session);
  return NextResponse.json({});
}

import { NextResponse } from 'next/server';
import { caller } from '@/lib/auth';
import { track } from '@/utils/analytics';

export async function POST(request: Request) {
  const { userId } = await caller(request);
  await track(userId, 'order_placed');
  return NextResponse.json({});
}

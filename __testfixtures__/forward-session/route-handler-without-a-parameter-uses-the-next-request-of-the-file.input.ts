// @file app/api/orders/route.ts
import { type NextRequest, NextResponse } from 'next/server';
import { signal } from '@/lib/signal-server';

export async function GET(request: NextRequest) {
  return NextResponse.json({ q: request.nextUrl.searchParams.get('q') });
}

export async function DELETE() {
  signal.capture({ distinctId: 'system', event: 'cleared' });
  return new NextResponse(null, { status: 204 });
}

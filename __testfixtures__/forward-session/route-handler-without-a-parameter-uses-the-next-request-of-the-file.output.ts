import { type NextRequest, NextResponse } from 'next/server';
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function GET(request: NextRequest) {
  return NextResponse.json({ q: request.nextUrl.searchParams.get('q') });
}

export async function DELETE(request: NextRequest) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({
    distinctId: distinctId || 'system',
    event: 'cleared',
    sessionId,
    windowId,
  });
  return new NextResponse(null, { status: 204 });
}

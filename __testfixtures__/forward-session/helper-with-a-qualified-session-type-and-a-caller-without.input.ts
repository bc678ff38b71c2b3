// @file app/api/orders/route.ts
import * as analytics from '@/lib/signal-server';

function track(event: string, session?: analytics.SessionInfo) {
  analytics.signal.capture({
    distinctId: 'u1',
    event,
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
}

export async function POST(request: Request) {
  track('order_created', analytics.getSessionInfo(request));
  return Response.json({});
}

export async function PUT(request: Request) {
  track('order_changed');
  return Response.json({});
}

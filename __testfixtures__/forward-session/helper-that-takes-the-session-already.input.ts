// @file app/api/orders/route.ts
import { getSessionInfo, type SessionInfo, signal } from '@/lib/signal-server';

function track(userId: string, event: string, session?: SessionInfo) {
  signal.capture({ distinctId: userId, event });
}

export async function POST(request: Request) {
  track('u1', 'order_created');
  return Response.json({});
}

export async function PUT(request: Request) {
  track('u1', 'order_changed', getSessionInfo(request));
  return Response.json({});
}

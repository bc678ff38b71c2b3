// @file app/api/orders/route.ts
import { getSessionInfo, type SessionInfo as Ids, signal } from '@/lib/signal-server';

function track(userId: string, event: string, ids?: Ids) {
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

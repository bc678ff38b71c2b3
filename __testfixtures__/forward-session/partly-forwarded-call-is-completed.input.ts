// @file app/api/orders/route.ts
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId } = getSessionInfo(request);
  signal.capture({ distinctId: 'u1', event: 'saved', sessionId });
  return Response.json({});
}

// @file app/api/orders/route.ts
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  const extra = await request.json();
  signal.capture({ distinctId: 'u1', event: 'spread_last', sessionId, windowId, ...extra });
  signal.capture({ distinctId: 'u1', event: 'unforwarded', ...extra });
  return Response.json({});
}

// @file app/api/orders/route.ts
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  signal.capture({ distinctId: session.distinctId || 'u1', event: 'a', ...session });
  signal.capture({ distinctId: 'u1', event: 'b' });
  return Response.json({});
}

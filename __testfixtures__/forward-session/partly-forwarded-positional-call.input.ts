// @file app/api/orders/route.ts
import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId } = getSessionInfo(request);
  signal.setPersonProperties('u1', { plan: 'pro' }, sessionId);
  signal.group('u1', 'company', 'acme', undefined, sessionId);
  return Response.json({});
}

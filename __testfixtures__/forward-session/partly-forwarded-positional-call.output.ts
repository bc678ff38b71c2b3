import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  signal.setPersonProperties('u1', { plan: 'pro' }, sessionId, windowId);
  signal.group('u1', 'company', 'acme', undefined, sessionId, windowId);
  return Response.json({});
}

import { getSessionInfo, signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId } = getSessionInfo(request);
  signal.capture({ distinctId: 'u1', event: 'saved', sessionId, windowId });
  return Response.json({});
}

import { readSession } from '@/lib';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId } = readSession(request);
  signal.capture({ distinctId: 'u1', event: 'named', sessionId, windowId });
  return Response.json({});
}

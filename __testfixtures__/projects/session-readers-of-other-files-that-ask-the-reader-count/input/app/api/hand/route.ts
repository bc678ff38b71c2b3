import { readByHand } from '@/lib/by-hand';
import { signal } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId } = readByHand(request);
  signal.capture({ distinctId: 'u1', event: 'by hand', sessionId, windowId });
  return Response.json({});
}

import { after } from 'next/server';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  after(async () => {
    signal.capture({
      distinctId: distinctId || 'u',
      event: 'x',
      sessionId,
      windowId,
    });
    await signal.flush();
  });
  return Response.json({});
}

import { after } from 'next/server';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId } = await request.json();
  const track = () => {
    signal.capture({
      distinctId: distinctId || userId,
      event: 'order_created',
      sessionId,
      windowId,
    });
  };
  after(track);
  return Response.json({});
}

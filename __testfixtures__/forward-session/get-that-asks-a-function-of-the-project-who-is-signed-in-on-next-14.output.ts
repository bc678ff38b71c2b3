import { signal, getSessionInfo } from '@/lib/signal-server';
import { currentUser } from '@/lib/user';

export async function GET(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const user = await currentUser();
  signal.capture({
    distinctId: distinctId || user.id,
    event: 'orders_read',
    sessionId,
    windowId,
  });
  return Response.json({});
}

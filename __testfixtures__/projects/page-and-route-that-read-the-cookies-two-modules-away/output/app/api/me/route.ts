import { currentUser } from '@/lib/access';
import { signal, getSessionInfo } from '@/lib/signal-server';

export async function GET(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const user = await currentUser();
  signal.capture({
    distinctId: distinctId || user.id,
    event: 'me_read',
    sessionId,
    windowId,
  });
  return Response.json(user);
}

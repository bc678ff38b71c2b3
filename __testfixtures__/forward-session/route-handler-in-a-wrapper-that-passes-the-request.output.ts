import { signal, getSessionInfo } from '@/lib/signal-server';
import { withAuth } from '@/lib/auth';

export const POST = withAuth(async (req, { user }) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  signal.capture({
    distinctId: distinctId || user.id,
    event: 'order_created',
    sessionId,
    windowId,
  });
  return Response.json({});
});

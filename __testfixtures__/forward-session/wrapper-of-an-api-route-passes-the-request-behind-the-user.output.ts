import { withUser } from '@/lib/with-user-and-request';
import { signal, getSessionInfo } from '@/lib/signal-server';

export default withUser(async (user, req) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(req);
  signal.capture({
    distinctId: distinctId || user.id,
    event: 'order_created',
    sessionId,
    windowId,
  });
});

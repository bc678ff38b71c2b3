import { withGuard } from '@/lib/guard';
import { signal, getSessionInfo } from '@/lib/signal-server';

export const POST = withGuard(async (request) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId } = await request.json();
  signal.capture({
    distinctId: distinctId || userId,
    event: 'noted',
    sessionId,
    windowId,
  });
  return Response.json({});
});

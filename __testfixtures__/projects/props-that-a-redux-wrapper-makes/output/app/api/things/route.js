import { signal, getSessionInfo } from '../../../lib/signal-server';
import { withServices } from '../../../services';

export const POST = withServices((services) => async (request) => {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  signal.capture({
    distinctId: distinctId || services.user.id,
    event: 'thing_made',
    sessionId,
    windowId,
  });
  return Response.json(await request.json());
});

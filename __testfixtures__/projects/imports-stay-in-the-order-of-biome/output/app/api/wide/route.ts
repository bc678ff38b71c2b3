import {
  getSessionInfo,
  signal as serverEventsOfTheWholeShop,
} from '../../../lib/signal-server';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId } = await request.json();
  serverEventsOfTheWholeShop.capture({
    distinctId: distinctId || userId,
    event: 'a',
    sessionId,
    windowId,
  });
  return Response.json({});
}

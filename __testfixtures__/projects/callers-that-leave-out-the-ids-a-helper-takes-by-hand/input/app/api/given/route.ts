import { getSessionInfo } from '@/lib/signal-server';
import {
  track,
  trackAlias,
  trackContext,
  trackKeys,
  trackOrder,
  trackPair,
  trackPattern,
  trackSession,
  trackSpread,
  trackWhole,
} from '@/lib/track';

export async function POST(request: Request) {
  const { url } = request;
  const ids = getSessionInfo(request);
  const { sessionId, windowId } = ids;
  track(url, sessionId, windowId);
  trackOrder(url, ids);
  trackPair(url, { sessionId, windowId });
  trackPattern(url, ids);
  trackKeys({ id: url, sessionId, windowId });
  trackContext({ id: url, ...ids });
  const message = { distinctId: url, event: 'whole', sessionId, windowId };
  trackWhole(message);
  trackSpread(url, ids);
  trackAlias(url, ids.sessionId, ids.windowId);
  trackSession(url, ids);
  return Response.json({});
}

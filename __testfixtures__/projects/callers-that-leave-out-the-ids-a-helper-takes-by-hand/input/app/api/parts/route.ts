import { getSessionInfo, signal } from '@/lib/signal-server';
import { track, trackPair, trackPattern, trackSession, trackSpread } from '@/lib/track';

function own(id: string, sessionId?: string, windowId?: string) {
  signal.capture({ distinctId: id, event: 'own', sessionId, windowId });
}

export async function POST(request: Request) {
  const { url } = request;
  const { sessionId } = getSessionInfo(request);
  const nothing = {};
  const filled: { sessionId?: string; windowId?: string } = {};
  filled.sessionId = sessionId;
  track(url, sessionId);
  track(url, undefined, undefined);
  // signal-next-ignore-next-line session-refused: the queue has no visitor
  track(url);
  track.call(null, url);
  track.bind(null, url)();
  trackPair(url, nothing);
  trackPair(url, filled);
  trackPattern(url, {});
  trackSpread(url, { sessionId: undefined, windowId: undefined });
  trackSession(url, { sessionId });
  trackSession(url, {});
  trackSession.call(null, url);
  own(url);
  return Response.json({});
}

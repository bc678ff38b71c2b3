import { getSessionInfo, signal } from '@/lib/signal-server';
import { build, common } from '@/lib/events';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const payload = await request.json();
  signal.capture({
    ...payload,
    distinctId: distinctId || payload.distinctId,
    sessionId: payload.sessionId ?? sessionId,
    windowId: payload.windowId ?? windowId,
  });
  signal.capture({ ...build(payload), sessionId, windowId });
  signal.capture({ ...(await build(payload)), sessionId, windowId });
  signal.capture({ ...common, event: 'spread', distinctId: distinctId || common.distinctId, sessionId, windowId });
  signal.capture(payload.ok ? { distinctId: distinctId || 'a', event: 'ok', sessionId, windowId } : { distinctId: distinctId || 'b', event: 'failed', sessionId, windowId });
  signal.capture({ distinctId: distinctId || (payload.id ?? 'anonymous'), event: 'fallback', sessionId, windowId });
  signal.capture({ distinctId: distinctId || payload.a || payload.b, event: 'or', sessionId, windowId });
  signal.capture({ distinctId: distinctId || (payload.a ? 'x' : 'y'), event: 'conditional', sessionId, windowId });
  signal.capture({
    distinctId: distinctId || payload.id,
    event: 'comment', // why
    sessionId,
    windowId,
  });
  signal.capture({
    distinctId: distinctId || payload.id,
    event: 'no trailing comma', // why
    sessionId,
    windowId
  });
  return Response.json({});
}

import { getSessionInfo, signal } from '../../../lib/signal-server';

function track(userId, event, session) {
  signal.capture({ distinctId: userId, event, sessionId: session?.sessionId, windowId: session?.windowId });
}

export async function POST(request) {
  track('u1', 'created', getSessionInfo(request));
  return Response.json({});
}

export async function PUT(request) {
  const session = getSessionInfo(request);
  track('u1', 'changed', session);
  return Response.json({});
}

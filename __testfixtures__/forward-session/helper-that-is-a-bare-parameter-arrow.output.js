import { signal, getSessionInfo } from '@/lib/signal-server';

const trackView = (userId, session) =>
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'viewed',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
const trackOrder = async (userId, session) => {
  signal.capture({
    distinctId: session?.distinctId || userId,
    event: 'ordered',
    sessionId: session?.sessionId,
    windowId: session?.windowId,
  });
};

export async function POST(request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  trackView(userId, session);
  await trackOrder(userId, session);
  return Response.json({});
}

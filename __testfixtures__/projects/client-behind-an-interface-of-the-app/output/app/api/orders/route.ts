import { getAnalytics, getSessionInfo } from '../../../lib/analytics';

export async function POST(request: Request) {
  const { sessionId, windowId, distinctId } = getSessionInfo(request);
  const { userId } = (await request.json()) as { userId: string };
  const analytics = getAnalytics();
  analytics.capture({
    distinctId: distinctId || userId,
    event: 'ordered',
    sessionId,
    windowId,
  });
  await analytics.flush();
  return Response.json({});
}

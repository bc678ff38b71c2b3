import { getAnalytics } from '../../../lib/analytics';

export async function POST(request: Request) {
  const { userId } = (await request.json()) as { userId: string };
  const analytics = getAnalytics();
  analytics.capture({ distinctId: userId, event: 'ordered' });
  await analytics.flush();
  return Response.json({});
}

import { track } from '@/lib/track';
import { getSessionInfo } from '@/lib/analytics';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  track(userId, 'ordered', session);
  return Response.json({});
}

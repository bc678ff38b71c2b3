import { getSessionInfo, type SessionInfo } from '@/lib/analytics';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = (await request.json()) as { userId: string };
  await refunded(userId, session);
  return Response.json({});
}

async function refunded(userId: string, session?: SessionInfo) {
  const { track } = await import('../../../lib/analytics');
  track(userId, 'refunded', session);
}

import {
  track,
  getSessionInfo,
  type SessionInfo,
} from '../../../lib/analytics';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = (await request.json()) as { userId: string };
  ordered(userId, session);
  return Response.json({});
}

function ordered(userId: string, session?: SessionInfo) {
  track(userId, 'ordered', session);
}

import { track } from '@acme/analytics/server';
import { getSessionInfo } from '@/lib/session';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  track({ event: 'ordered', userId, session });
  return Response.json({ ok: true });
}

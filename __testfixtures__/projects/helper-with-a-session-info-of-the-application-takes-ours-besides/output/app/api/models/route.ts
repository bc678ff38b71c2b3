import { trackModel } from '@/lib/models';
import { getSessionInfo } from '@/lib/signal-server';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  trackModel(userId, session);
  return Response.json({});
}

import { audit } from '@acme/analytics/server';
import { getSessionInfo } from '@/lib/session';

export async function POST(request: Request) {
  const session = getSessionInfo(request);
  const { userId } = await request.json();
  audit.refunded(userId, session);
  return Response.json({ ok: true });
}
